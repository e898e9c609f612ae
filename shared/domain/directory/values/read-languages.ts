/** BCP 47, lower case. `ase` is American Sign Language. */
const CODES =
  'albanian sq,american sign language ase,amharic am,arabic ar,armenian hy,asl ase,bengali bn,bosnian bs,bulgarian bg,burmese my,cambodian km,cantonese yue,cape verdean creole kea,catalan ca,chinese zh,creole ht,croatian hr,czech cs,danish da,dari prs,dutch nl,english en,farsi fa,fijian fj,filipino fil,finnish fi,french fr,french creole ht,georgian ka,german de,greek el,gujarati gu,haitian ht,haitian creole ht,hawaiian haw,hebrew he,hindi hi,hmong hmn,hungarian hu,igbo ig,ilocano ilo,indonesian id,italian it,japanese ja,karen kar,khmer km,kinyarwanda rw,korean ko,kurdish ku,lao lo,laotian lo,latvian lv,lithuanian lt,malay ms,malayalam ml,mandarin cmn,marathi mr,marshallese mh,mixteco mix,navajo nv,nepali ne,norwegian no,oromo om,pashto ps,persian fa,polish pl,portuguese pt,punjabi pa,romanian ro,russian ru,samoan sm,serbian sr,sign language ase,slovak sk,somali so,spanish es,español es,swahili sw,swedish sv,tagalog tl,taiwanese nan,tamil ta,telugu te,thai th,tibetan bo,tigrinya ti,tongan to,turkish tr,twi tw,ukrainian uk,urdu ur,uzbek uz,vietnamese vi,wolof wo,yiddish yi,yoruba yo';

const BY_NAME = new Map(
  CODES.split(',').map((entry) => {
    const gap = entry.lastIndexOf(' ');
    return [entry.slice(0, gap), entry.slice(gap + 1)] as const;
  }),
);

/** Of ISO 639-2, three letters; two letters are the ones above. */
const THREE: Readonly<Record<string, string>> = {
  eng: 'en',
  spa: 'es',
  fra: 'fr',
  fre: 'fr',
  por: 'pt',
  rus: 'ru',
  ara: 'ar',
  zho: 'zh',
  chi: 'zh',
  kor: 'ko',
  vie: 'vi',
  hat: 'ht',
};

const KNOWN_CODES: ReadonlySet<string> = new Set(BY_NAME.values());

/** In characters: no list of languages is longer. */
const LONGEST = 1_000;

export type LanguagesReading = {
  readonly languages: readonly string[];
  /** Words that say that others can be interpreted. */
  readonly interpreters: boolean;
  /** Names that are not known. */
  readonly unknown: readonly string[];
};

const INTERPRETERS =
  /interpret|translat|language\s*line|languages?\s+(?:upon|on)\s+request|accom+odations?|arrangements?\s+(?:can|possible)|propio/i;

/** `Spanish, Tagalog`, `Spanish and German.`, `Chinese (Mandarin)`, `es`, `Language Line`. */
export function readLanguages(text: string): LanguagesReading {
  const parts = text
    .slice(0, LONGEST)
    .replaceAll(/\bn\/a\b/gi, '')
    .split(/[,;/&\n]|\band\b|\.(?=\s|$)/i)
    .map((part) => part.trim());
  const languages = new Set<string>();
  const unknown: string[] = [];
  let interpreters = false;
  for (const part of parts) {
    if (part === '' || /^(?:none|other|yes|no)$/i.test(part)) continue;
    const code = languageCode(part);
    if (code !== undefined) languages.add(code);
    else if (INTERPRETERS.test(part)) interpreters = true;
    else unknown.push(part);
  }
  return { languages: [...languages], interpreters, unknown };
}

/** By a name or a code; `Chinese (Mandarin)` by what stands in brackets. */
function languageCode(text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll('_', '-').replaceAll('.', '');
  const [, outer = plain, inner] = /(.+?)\s*\((.+)\)$/.exec(plain) ?? [];
  const named = BY_NAME.get(inner ?? plain) ?? BY_NAME.get(outer);
  if (named !== undefined) return named;
  if (Object.hasOwn(THREE, plain)) return THREE[plain];
  const [primary = '', ...subtags] = plain.split('-');
  const isCode = KNOWN_CODES.has(primary) && subtags.every((tag) => /^[a-z\d]{2,8}$/.test(tag));
  return isCode ? plain : undefined;
}
