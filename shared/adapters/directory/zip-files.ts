import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import { HARMLESS_BYTES, inMb, MOST_BYTES_A_FILE, MOST_FILES, MOST_INFLATION } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The tables in a zip; nothing is unpacked to disk, so no path in it can lead anywhere. Sizes are held against what
 * really comes out while it is read.
 * @throws DirectoryUnreadable for a broken, encrypted or bursting zip, and for paths that lead out of it
 */
export async function zipFiles(
  zip: string | Buffer,
  name: string,
): Promise<{ readonly files: readonly SourceFile[]; readonly close: () => void }> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: false };
  try {
    const opened =
      typeof zip === 'string' ? await openPromise(zip, options) : await fromBufferPromise(zip, options);
    const files = await filesIn(opened, name);
    return { files, close: () => opened.close() };
  } catch (error) {
    if (error instanceof DirectoryUnreadable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const isPath = /relative path|absolute path/.test(why);
    const problem = isPath
      ? 'a path in it leads outside: it was made to do harm'
      : `not a zip that can be read (${why})`;
    throw new DirectoryUnreadable(problem, { source: name, cause: error });
  }
}

async function filesIn(zip: ZipFile, source: string): Promise<SourceFile[]> {
  if (zip.entryCount > MOST_FILES)
    throw new DirectoryUnreadable(`${zip.entryCount} files: at most ${MOST_FILES}`, { source });
  const files: SourceFile[] = [];
  for await (const entry of zip.eachEntry()) {
    if (!/\.(?:csv|tsv|json)$/i.test(entry.fileName) || /(?:^|\/)(?:\.|__MACOSX)/.test(entry.fileName))
      continue;
    checkEntry(entry, source);
    files.push({
      name: entry.fileName,
      bytes: entry.uncompressedSize,
      open: () => readEntry(zip, entry, source),
    });
  }
  return files;
}

function checkEntry({ fileName, uncompressedSize, compressedSize, ...entry }: Entry, source: string): void {
  const refuse = (problem: string) => {
    throw new DirectoryUnreadable(problem, { source: `${source}: ${fileName}` });
  };
  if ((entry.generalPurposeBitFlag & 1) === 1) refuse('encrypted: save the zip without a password');
  if (uncompressedSize > MOST_BYTES_A_FILE)
    refuse(`${inMb(uncompressedSize)} unpacked: at most ${inMb(MOST_BYTES_A_FILE)} a file`);
  if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MOST_INFLATION)
    refuse(
      `grows to ${Math.round(uncompressedSize / Math.max(1, compressedSize))} times its size: a zip made to burst`,
    );
}

async function* readEntry(zip: ZipFile, entry: Entry, source: string): AsyncIterable<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DirectoryUnreadable(`cannot be unpacked (${why})`, {
      source: `${source}: ${entry.fileName}`,
      cause: error,
    });
  }
}
