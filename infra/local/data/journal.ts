import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';

/** An append-only list of records. What `append` returned from survives a kill. */
export type Journal<Entry> = {
  readonly past: readonly Entry[];
  readonly append: (entry: Entry) => void;
  readonly close: () => void;
};

/**
 * Opens (or begins) the journal in `file`; without a file it lives in memory.
 * A last line cut short by a kill was never acknowledged and is dropped.
 */
export function openJournal<Entry>(file?: string): Journal<Entry> {
  if (file === undefined) return { past: [], append: () => undefined, close: () => undefined };

  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const descriptor = openSync(file, 'a', 0o600);
  if (whole.length < text.length) ftruncateSync(descriptor, Buffer.byteLength(whole));
  return {
    // The file is written by this function alone.
    past: whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry),
    append: (entry) => {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fdatasyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}
