import type { Listing } from '../../directory/listing.ts';
import { decoded } from './bytes.ts';
import { type BlockCheck, blockCheck } from './block-check.ts';
import {
  arrayOf,
  type Columns,
  contentFrom,
  type Dictionary,
  DICTIONARIES,
  FIELDS_AT,
  FORMAT_VERSION,
  HASH_AT,
  HASHES_AT,
  HEAD_BYTES,
  HEAD_FIELDS,
  MAGIC,
  type Section,
  SECTION_NAMES,
} from './format.ts';
import type { FactsOf, Snapshot } from './snapshot.ts';
import { SnapshotRefused } from './snapshot-refused.ts';

/**
 * Looks at a snapshot where it lies: nothing is parsed or copied, unless `bytes` begins at an odd place in its buffer.
 * The search part is checked at once, text as it is read; `checkText` reads all of it.
 * @throws SnapshotRefused for anything but a whole snapshot of this version
 */
export function loadSnapshot(bytes: Uint8Array): Snapshot {
  const file = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const head = readHead(view);
  const start = contentFrom(head.contentBytes);
  const words = new Uint32Array(file.buffer, file.byteOffset, file.byteLength >>> 2);
  const check = blockCheck(words, start);
  check.head();
  check.content(0, head.searchBytes);
  const places = placesIn(view);
  const columns = columnsAt(file, start, places);
  return {
    contentHash: hex(words, HASH_AT / 4),
    builtAt: head.builtAt,
    listings: head.listings,
    activeServices: head.activeServices,
    searchBytes: head.searchBytes,
    bytes: file.byteLength,
    columns,
    ...wordsOf(columns),
    ...textOf(columns, places, check),
  };
}

function readHead(view: DataView) {
  const known = view.byteLength >= 16 && MAGIC.every((word, at) => view.getUint32(at * 4, true) === word);
  if (!known)
    throw new SnapshotRefused(
      'not-a-snapshot',
      'this is not a directory snapshot; build one with "handrail directory build"',
    );
  const version = view.getUint32(8, true);
  if (version !== FORMAT_VERSION)
    throw new SnapshotRefused(
      'other-version',
      `this directory snapshot has format ${version} and this release reads format ${FORMAT_VERSION}; build it anew`,
    );
  if (view.byteLength < HASHES_AT) throw truncated(view.byteLength, HASHES_AT);
  const field = (name: (typeof HEAD_FIELDS)[number]) =>
    view.getFloat64(FIELDS_AT + HEAD_FIELDS.indexOf(name) * 8, true);
  const contentBytes = field('contentBytes');
  const expected = contentFrom(contentBytes) + contentBytes;
  if (view.byteLength < expected) throw truncated(view.byteLength, expected);
  if (view.byteLength !== expected)
    throw new SnapshotRefused(
      'damaged',
      `this directory snapshot has ${view.byteLength} bytes and says it has ${expected}; build it anew`,
    );
  return {
    contentBytes,
    searchBytes: field('searchBytes'),
    builtAt: field('builtAt'),
    listings: field('listings'),
    activeServices: field('activeServices'),
  };
}

const truncated = (has: number, should: number) =>
  new SnapshotRefused(
    'truncated',
    `this directory snapshot is cut off: ${has} bytes, and at least ${should} are needed; copy or build it anew`,
  );

type Places = (section: Section) => { readonly at: number; readonly bytes: number };

function placesIn(view: DataView): Places {
  return (section) => {
    const entry = HEAD_BYTES + SECTION_NAMES.indexOf(section) * 16;
    return { at: view.getFloat64(entry, true), bytes: view.getFloat64(entry + 8, true) };
  };
}

function columnsAt(file: Uint8Array, start: number, places: Places): Columns {
  const { buffer } = file;
  const column = (section: Section) => {
    const { at, bytes } = places(section);
    const Kind = arrayOf(section);
    return new Kind(buffer as ArrayBuffer, file.byteOffset + start + at, bytes / Kind.BYTES_PER_ELEMENT);
  };
  // The table of sections says for each name which kind it is; TypeScript cannot follow a name to its kind.
  return Object.fromEntries(SECTION_NAMES.map((name) => [name, column(name)])) as unknown as Columns;
}

function hex(words: Uint32Array, at: number): string {
  return [...words.subarray(at, at + 4)].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function wordsOf({ dictionaries, words, wordsFrom }: Columns) {
  const first = (dictionary: Dictionary) => dictionaries[DICTIONARIES.indexOf(dictionary)] ?? 0;
  const entry = (number: number) => decoded(words.subarray(wordsFrom[number], wordsFrom[number + 1]));
  const read = new Map<number, unknown>();
  let needs: readonly string[] | undefined;
  return {
    needs: () =>
      (needs ??= Array.from({ length: (dictionaries[1] ?? 0) - first('needs') }, (_, number) =>
        entry(number),
      )),
    word: (dictionary: Dictionary, number: number) => entry(first(dictionary) + number),
    facts<D extends keyof FactsOf>(dictionary: D, number: number): FactsOf[D] {
      const at = first(dictionary) + number;
      if (!read.has(at)) read.set(at, JSON.parse(entry(at)));
      return read.get(at) as FactsOf[D]; // written by columnsOf for this dictionary
    },
  };
}

function textOf({ ids, idsFrom, text, textFrom }: Columns, places: Places, check: BlockCheck) {
  const entry = (section: 'ids' | 'text', bytes: Uint8Array, from: Uint32Array, number: number): string => {
    const starts = places(section === 'ids' ? 'idsFrom' : 'textFrom').at + number * 4;
    check.content(starts, starts + 8);
    const { at } = places(section);
    check.content(at + (from[number] ?? 0), at + (from[number + 1] ?? 0));
    return decoded(bytes.subarray(from[number], from[number + 1]));
  };
  return {
    idOf: (listing: number) => entry('ids', ids, idsFrom, listing),
    // Written by writeSnapshot, and not damaged since.
    listingOf: (listing: number) => JSON.parse(entry('text', text, textFrom, listing)) as Listing,
    checkText: () => check.content(places('idsFrom').at, places('text').at + places('text').bytes),
  };
}
