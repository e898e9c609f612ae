const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Strings one after another, and where each begins. */
export type StringTable = { readonly from: Uint32Array; readonly bytes: Uint8Array };

const MOST_BYTES = 0xffff_ffff;

/** @throws RangeError when they come to more than 4 GiB */
export function stringTable(strings: Iterable<string>, count: number): StringTable {
  const from = new Uint32Array(count + 1);
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  let index = 0;
  for (const text of strings) {
    if (length + text.length * 3 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2 + text.length * 3);
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    length += encoder.encodeInto(text, bytes.subarray(length)).written;
    if (length > MOST_BYTES) throw new RangeError('a directory may hold at most 4 GiB of text');
    index += 1;
    from[index] = length;
  }
  return { from, bytes: bytes.subarray(0, length) };
}

export const decoded = (bytes: Uint8Array): string => decoder.decode(bytes);
