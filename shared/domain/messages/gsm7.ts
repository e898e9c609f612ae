/** What a text costs: carriers bill by segment. */
export type Segments = {
  encoding: 'gsm-7' | 'ucs-2';
  /** Septets in GSM-7 (extension characters count two), UTF-16 code units in UCS-2. */
  units: number;
  segments: number;
  /** Each character, once, that GSM-7 lacks and that therefore makes the whole text UCS-2. */
  offending: readonly string[];
};

/** 3GPP TS 23.038 (formerly GSM 03.38), basic table, without the escape code. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** The extension table: each of these is sent as two septets. */
const EXTENSION = '\f^{}\\[~]|€';

const SEPTETS = new Map<string, number>([
  ...Array.from(BASIC, (character): [string, number] => [character, 1]),
  ...Array.from(EXTENSION, (character): [string, number] => [character, 2]),
]);

/** Room in one text, and in each part when several are joined by a header. */
const ROOM = { 'gsm-7': { alone: 160, joined: 153 }, 'ucs-2': { alone: 70, joined: 67 } } as const;

/** Encoding, size and price of a text, as Twilio bills it with smart encoding off. */
export function segmentsOf(text: string): Segments {
  const characters = Array.from(text);
  const offending = [...new Set(characters.filter((character) => !SEPTETS.has(character)))];
  const encoding = offending.length === 0 ? 'gsm-7' : 'ucs-2';
  const sizes = characters.map((character) =>
    encoding === 'gsm-7' ? (SEPTETS.get(character) ?? 1) : character.length,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const segments = units <= ROOM[encoding].alone ? 1 : partsOf(sizes, ROOM[encoding].joined);
  return { encoding, units, segments, offending };
}

/** An escape pair or a surrogate pair is never split, so a part may stay one unit short. */
function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
