import type { Instant } from '../../record.ts';
import { sumsOf } from './checksum.ts';
import {
  BLOCK_BYTES,
  type Columns,
  contentFrom,
  FIELDS_AT,
  FORMAT_VERSION,
  HASH_AT,
  HASH_BYTES,
  HASHES_AT,
  HEAD_BYTES,
  HEAD_FIELDS,
  MAGIC,
  SECTION_NAMES,
  TEXT_SECTIONS_FROM,
} from './format.ts';

type Facts = { readonly builtAt: Instant; readonly listings: number; readonly activeServices: number };

/** The sections in one file. */
export function packed(columns: Columns, facts: Facts): Uint8Array {
  const places = placesOf(columns);
  const contentBytes = endOf(places);
  const start = contentFrom(contentBytes);
  const file = new Uint8Array(start + contentBytes);
  const view = new DataView(file.buffer);
  for (const [index, name] of SECTION_NAMES.entries()) {
    const { buffer, byteOffset, byteLength } = columns[name];
    const { at } = places[index] ?? { at: 0 };
    file.set(new Uint8Array(buffer, byteOffset, byteLength), start + at);
    view.setFloat64(HEAD_BYTES + index * 16, at, true);
    view.setFloat64(HEAD_BYTES + index * 16 + 8, byteLength, true);
  }
  for (const [index, word] of MAGIC.entries()) view.setUint32(index * 4, word, true);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, SECTION_NAMES.length, true);
  const fields = { ...facts, contentBytes, searchBytes: endOf(places.slice(0, TEXT_SECTIONS_FROM)) };
  for (const [index, name] of HEAD_FIELDS.entries())
    view.setFloat64(FIELDS_AT + index * 8, fields[name], true);
  writeHashes(new Uint32Array(file.buffer), start);
  return file;
}

type Place = { readonly at: number; readonly bytes: number };

const endOf = (places: readonly Place[]) => aligned((places.at(-1)?.at ?? 0) + (places.at(-1)?.bytes ?? 0));

/** So that every section begins where its numbers may. */
const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

function placesOf(columns: Columns): Place[] {
  let at = 0;
  return SECTION_NAMES.map((name) => {
    const place = { at, bytes: columns[name].byteLength };
    at = aligned(at + place.bytes);
    return place;
  });
}

/** First of each block of the content, then of all that stands before the content. */
function writeHashes(words: Uint32Array, start: number): void {
  const blockWords = BLOCK_BYTES / 4;
  let hashAt = HASHES_AT / 4;
  for (let from = start / 4; from < words.length; from += blockWords) {
    words.set(sumsOf(words, from, Math.min(words.length, from + blockWords)), hashAt);
    hashAt += HASH_BYTES / 4;
  }
  words.set(sumsOf(words, FIELDS_AT / 4, start / 4), HASH_AT / 4);
}
