import { createHash } from 'node:crypto';

/** One way in which a value may have been written, in lower case. */
export type Spelling = { readonly as: string; readonly spelling: string };

/** Shorter than this it would be found by chance. */
const SHORTEST = 7;

/** The ways in which a personal value may turn up in a log, a key or an address. */
export function spellingsOf(value: string): Spelling[] {
  const plain = [{ as: 'plain', text: value }, ...partsOf(value)];
  const spellings = plain.flatMap(({ as, text }) =>
    [...encodings(text), ...(as === 'plain' ? hashes(text) : [])].map((encoded) => ({
      as: encoded.as === 'plain' ? as : as === 'plain' ? encoded.as : `${as}, ${encoded.as}`,
      spelling: encoded.text.toLowerCase(),
    })),
  );
  const first = new Map<string, Spelling>();
  for (const one of spellings)
    if (one.spelling.length >= SHORTEST && !first.has(one.spelling)) first.set(one.spelling, one);
  return [...first.values()];
}

type Part = { as: string; text: string };

function partsOf(value: string): Part[] {
  if (/^\+1\d{10}$/.test(value)) return phoneParts(value.slice(2));
  const local = /^([^@\s]+)@[^@\s]+$/.exec(value)?.[1];
  if (local !== undefined) return [{ as: 'before the @', text: local }];
  const bare = value.normalize('NFD').replace(/\p{M}/gu, '');
  return bare === value ? [] : [{ as: 'without accents', text: bare }];
}

/** A number as people and programs write it; seven digits are enough to ring it. */
function phoneParts(national: string): Part[] {
  const [area, exchange, line] = [national.slice(0, 3), national.slice(3, 6), national.slice(6)];
  return [
    { as: 'digits', text: `1${national}` },
    { as: 'national digits', text: national },
    { as: 'last seven digits', text: `${exchange}${line}` },
    ...['-', '.', ' '].map((dash) => ({ as: `with "${dash}"`, text: `${exchange}${dash}${line}` })),
    { as: 'with brackets', text: `(${area}) ${exchange}-${line}` },
  ];
}

function encodings(text: string): Part[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    { as: 'plain', text },
    { as: 'JSON', text: json },
    { as: 'JSON in JSON', text: JSON.stringify(json).slice(1, -1) },
    { as: 'JSON with escapes', text: escaped(json) },
    { as: 'percent-encoded', text: encodeURIComponent(text) },
    { as: 'form-encoded', text: new URLSearchParams({ v: text }).toString().slice(2) },
    { as: 'HTML', text: inHtml(text) },
    { as: 'bytes as Latin-1', text: Buffer.from(text).toString('latin1') },
    { as: 'hex', text: Buffer.from(text).toString('hex') },
    ...[0, 1, 2].flatMap((offset) => inBase64(text, offset)),
  ];
}

const escaped = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const inHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** What base64 makes of a text that begins `offset` bytes after a multiple of three, without what its neighbours decide. */
function inBase64(text: string, offset: number): Part[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
  const from = offset === 0 ? 0 : 4;
  return [
    { as: 'base64', text: whole.toString('base64').slice(from) },
    { as: 'base64url', text: whole.toString('base64url').slice(from) },
  ].map((part) => (part.text.length < 8 ? { ...part, text: '' } : part));
}

/** A hash without a key can be undone by trying every number there is. */
function hashes(text: string): Part[] {
  return ['md5', 'sha1', 'sha256'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(text).digest();
    return [
      { as: `${algorithm} in hex`, text: digest.toString('hex') },
      { as: `${algorithm} in base64`, text: digest.toString('base64url').slice(0, 20) },
    ];
  });
}
