/** FNV-1a (32 bits) with murmur3's final mix: equal for equal text, everywhere and always; no secret. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A fraction in [0, 1) that follows from the key. */
export function fractionOf(key: string): number {
  return hash32(key) / 2 ** 32;
}

/** Whole minutes from 0 to `max`, both included, that follow from the key. */
export function jitterMinutes(key: string, max: number): number {
  return Math.floor(fractionOf(key) * (max + 1));
}

/** Milliseconds in whole seconds from 0 to at most `max`. Seconds, so that a morning's texts do not leave in one burst. */
export function jitterMs(key: string, max: number): number {
  return Math.floor(fractionOf(key) * (Math.floor(Math.max(0, max) / 1000) + 1)) * 1000;
}
