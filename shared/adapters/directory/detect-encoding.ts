import { DirectoryUnreadable } from './directory-unreadable.ts';
import { inMb, MOST_BYTES_A_FILE } from './limits.ts';
import type { SourceFile } from './source-file.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Reads a file once to its end: what is not UTF-8 somewhere is Windows-1252, as spreadsheets save it, unless a mark or
 * the zeros of its first signs say UTF-16.
 * @throws DirectoryUnreadable for a file that is too large, or no text
 */
export async function detectEncoding(file: SourceFile): Promise<Encoding> {
  checkSize(file.bytes ?? 0, file);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let bytes = 0;
  for await (const chunk of file.open()) {
    const wide = bytes === 0 ? wideEncoding(chunk) : undefined;
    if (wide !== undefined) return wide;
    if (bytes === 0) refuseOtherFormats(chunk, file);
    bytes += chunk.byteLength;
    checkSize(bytes, file);
    if (isUtf8) isUtf8 = decodes(utf8, chunk);
  }
  return isUtf8 && decodes(utf8) ? 'utf-8' : 'windows-1252';
}

function checkSize(bytes: number, { name }: SourceFile): void {
  if (bytes > MOST_BYTES_A_FILE)
    throw new DirectoryUnreadable(`${inMb(bytes)}: at most ${inMb(MOST_BYTES_A_FILE)} a file`, {
      source: name,
    });
}

function wideEncoding(start: Uint8Array): Encoding | undefined {
  const [first, second, third, fourth] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0) return 'utf-16le';
  return first === 0 && third === 0 && second !== 0 && fourth !== 0 ? 'utf-16be' : undefined;
}

/** By their first bytes: files that people send instead of a table. */
function refuseOtherFormats(start: Uint8Array, { name }: SourceFile): void {
  const head = Buffer.from(start.subarray(0, 4)).toString('latin1');
  const kind = head.startsWith('PK')
    ? 'a zip or an Excel file'
    : { '%PDF': 'a PDF', 'ÐÏ\u0011à': 'an Excel file' }[head];
  if (kind !== undefined)
    throw new DirectoryUnreadable(`this is ${kind}, not a table: save it as CSV (UTF-8)`, { source: name });
  if (start.subarray(0, 1_000).includes(0)) throw new DirectoryUnreadable('not a text', { source: name });
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file, piece by piece, without a byte order mark. */
export async function* textOf(file: SourceFile, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of file.open()) {
    bytes += chunk.byteLength;
    checkSize(bytes, file);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
