import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const FROM = '<!-- measured: from here to the end mark written by `npm run bench -- --write` -->';
const TO = '<!-- measured: end -->';

/** The part of the page that a run writes. */
export function measuredPart(page: string): string {
  return parts(page).measured;
}

/** The page with other tables; what people wrote around them stays. */
export function withMeasured(page: string, tables: string): string {
  const { before, after } = parts(page);
  return `${before}\n\n${tables}\n\n${after}`;
}

function parts(page: string): { before: string; measured: string; after: string } {
  const start = page.indexOf(FROM) + FROM.length;
  const end = page.indexOf(TO);
  if (!page.includes(FROM) || end === -1) throw new Error('docs/benchmarks.md has lost its marks');
  return { before: page.slice(0, start), measured: page.slice(start, end), after: page.slice(end) };
}

export async function writeDocs(tables: string): Promise<void> {
  const written = withMeasured(readFileSync(PAGE, 'utf8'), tables);
  writeFileSync(PAGE, await format(written, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
