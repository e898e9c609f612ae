import * as z from 'zod';
import { detectEncoding, textOf } from './detect-encoding.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import type { Gathering } from './gather.ts';
import type { SourceFile } from './source-file.ts';

/** `{ "service id": ["term id", …] }`, which some exports put beside Ohana's tables. */
const Links = z.record(z.string(), z.array(z.union([z.string(), z.number()])));

/** Reads a JSON file of links between services and terms into rows, numbered as they stand. */
export async function readLinks(file: SourceFile, gathering: Gathering): Promise<void> {
  const encoding = await detectEncoding(file);
  let text = '';
  for await (const piece of textOf(file, encoding)) text += piece;
  const links = Links.safeParse(parsed(text, file.name));
  if (!links.success)
    throw new DirectoryUnreadable('not an object of service id to a list of term ids', { source: file.name });
  let row = 0;
  for (const [service, terms] of Object.entries(links.data))
    for (const term of terms) {
      row += 1;
      gathering.add({
        table: 'attributes',
        row,
        cells: { link_id: service, taxonomy_term_id: String(term) },
      });
    }
  gathering.wasRead({ name: file.name, table: 'attributes', rows: row, encoding });
}

/** The parser's own message is not repeated, because it quotes the file. */
function parsed(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DirectoryUnreadable('not JSON', { source, cause: error });
  }
}
