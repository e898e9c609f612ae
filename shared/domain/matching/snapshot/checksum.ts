/** Four running sums; a change of any bit changes what they come to. Against accidents, not against forgers. */
export type Sums = readonly [number, number, number, number];

const ODD = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** The sums of words from `from` to `to`, in steps of four lanes (after xxHash, https://xxhash.com). */
export function sumsOf(words: Uint32Array, from: number, to: number): Sums {
  let [a, b, c, d]: number[] = [ODD[0], ODD[1], ODD[2], ODD[3]] as [number, number, number, number];
  const whole = from + ((to - from) & ~3);
  for (let at = from; at < whole; at += 4) {
    a = lane(a, words[at] as number); // within bounds: at < whole <= to <= length
    b = lane(b, words[at + 1] as number);
    c = lane(c, words[at + 2] as number);
    d = lane(d, words[at + 3] as number);
  }
  for (let at = whole; at < to; at += 1) a = lane(a, words[at] as number);
  return [
    mixed(a ^ rotated(b, 7), to - from),
    mixed(b ^ rotated(c, 12), a),
    mixed(c ^ rotated(d, 18), b),
    mixed(d ^ rotated(a, 25), c),
  ];
}

function lane(sum: number, word: number): number {
  const next = (sum + Math.imul(word, 0x85ebca77)) | 0;
  return Math.imul((next << 13) | (next >>> 19), 0x9e3779b1);
}

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

function mixed(value: number, salt: number): number {
  let mix = Math.imul(value ^ salt ^ (value >>> 15), 0x85ebca77);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae3d);
  return (mix ^ (mix >>> 16)) >>> 0;
}
