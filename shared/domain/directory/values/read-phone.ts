/** A number that can be dialled, or why it cannot. `mended`: it was not written as digits that one could dial. */
export type PhoneReading =
  | {
      readonly kind: 'phone';
      /** E.164, or a short number such as `211`. */
      readonly number: string;
      readonly extension?: string;
      readonly mended?: string;
    }
  | { readonly kind: 'doubtful'; readonly problem: string };

/** On an American dial: 2 ABC to 9 WXYZ. */
const LETTERS = '22233344455566677778889999';

/** Answered by people who help. 711 relays for the deaf: it is nobody's own number. */
const SHORT_NUMBERS: ReadonlySet<string> = new Set(['211', '311', '911', '988']);

/** Beyond that it is a text, and patterns would take long. */
const LONGEST = 100;

const EXTENSION = /(?:[,;]?\s*\b(?:ext(?:ension)?|x)\.?\s*:?|[,;]?\s*#)\s*(\d{1,7})\s*$/i;

/** Reads what a directory gives as a telephone number: North American unless it begins with another country's code. */
export function readPhone(text: string): PhoneReading {
  if (text.length > LONGEST) return doubtful('too long for a number');
  const bare = text.replaceAll(/["'\u200b]/g, '');
  const extension = EXTENSION.exec(bare)?.[1];
  const main = bare.replace(EXTENSION, '').trim();
  const reading = readNumber(main);
  return reading.kind === 'phone' && extension !== undefined ? { ...reading, extension } : reading;
}

function readNumber(main: string): PhoneReading {
  if (main === '') return doubtful('no number');
  if (/\d{7,}.*[,;/]|\d\s*(?:\bor\b|\band\b|\/)\s*\(?\d/i.test(main))
    return doubtful('several numbers in one');
  const withLetters = readVanity(main);
  if (withLetters !== undefined) return withLetters;
  if (/[a-z]/i.test(main)) return doubtful('letters where digits belong');
  const digits = main.replaceAll(/\D/g, '');
  if (main.startsWith('+') && !digits.startsWith('1')) return readForeign(digits);
  return readNorthAmerican(digits);
}

/** `(800) 370-LEAD`: letters that stand in the last seven places of a whole number. */
function readVanity(main: string): PhoneReading | undefined {
  const plain = main.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  // Words may be longer than seven letters; a telephone ignores the rest.
  const keys = /^1?(\d{3}[A-Z\d]{7})[A-Z\d]{0,17}$/.exec(plain)?.[1];
  if (keys === undefined || !/[A-Z]{3}/.test(plain)) return undefined;
  const reading = readNorthAmerican(Array.from(keys, digitOf).join(''));
  return reading.kind === 'phone' ? { ...reading, mended: reading.number } : reading;
}

const digitOf = (sign: string): string => LETTERS[sign.charCodeAt(0) - 65] ?? sign;

function readNorthAmerican(digits: string): PhoneReading {
  if (SHORT_NUMBERS.has(digits)) return { kind: 'phone', number: digits };
  if (/^[2-9]11$/.test(digits)) return doubtful('no number that helps');
  const ten = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (ten.length < 10) return doubtful(`${ten.length} digits: some are missing`);
  if (ten.length > 10) return doubtful(`${ten.length} digits: too many`);
  if (/(\d)\1{9}/.test(ten)) return doubtful('one digit again and again');
  if (!/[2-9]\d{2}[2-9]\d{6}/.test(ten)) return doubtful('not a number of the American plan');
  if (/^.11/.test(ten)) return doubtful('no such area code');
  return { kind: 'phone', number: `+1${ten}` };
}

/** E.164 has at most 15 digits. */
function readForeign(digits: string): PhoneReading {
  if (!/^[2-9]\d{7,14}$/.test(digits)) return doubtful('not a number of any country');
  return { kind: 'phone', number: `+${digits}` };
}

const doubtful = (problem: string): PhoneReading => ({ kind: 'doubtful', problem });
