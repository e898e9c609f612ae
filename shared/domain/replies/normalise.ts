/** A reply as the rules see it. The original stays where it is stored. */
export type NormalisedReply = {
  /** Lower-case words with single blanks, no accents, punctuation or emoji. */
  words: string;
  /** `words`, and other readings of it: stretched letters, letters spaced out, digits for letters. */
  readings: readonly string[];
  /** The same, cut at punctuation and line breaks. */
  clauses: readonly string[];
  emoji: readonly string[];
  /** It ended, or a sentence in it ended, with a question mark. */
  asks: boolean;
};

/** Carriers deliver at most 1,600 characters; a longer body from elsewhere is read this far and shown whole to a person. */
const LONGEST = 4000;

/** What phones and hurry make of words, and one spelling for what is written in many. */
const SPELLINGS = new Map<string, string>(
  Object.entries({
    wanna: 'want to',
    wana: 'want to',
    wnna: 'want to',
    wnat: 'want',
    gonna: 'going to',
    gona: 'going to',
    gunna: 'going to',
    gna: 'going to',
    finna: 'going to',
    ima: 'i am going to',
    imma: 'i am going to',
    im: 'i am',
    ive: 'i have',
    iam: 'i am',
    cannot: 'cant',
    couldnt: 'cant',
    u: 'you',
    ur: 'your',
    r: 'are',
    pls: 'please',
    plz: 'please',
    plse: 'please',
    pleas: 'please',
    txt: 'text',
    txts: 'texts',
    txting: 'texting',
    texing: 'texting',
    msg: 'message',
    msgs: 'messages',
    mesages: 'messages',
    tonite: 'tonight',
    '2nite': 'tonight',
    '2night': 'tonight',
    tmrw: 'tomorrow',
    '2morrow': 'tomorrow',
    rn: 'right now',
    anymor: 'anymore',
    nomore: 'no more',
    myslef: 'myself',
    mysef: 'myself',
    mself: 'myself',
    myselff: 'myself',
    meself: 'myself',
    kil: 'kill',
    kll: 'kill',
    klling: 'killing',
    kiling: 'killing',
    dye: 'die',
    dieing: 'dying',
    sucide: 'suicide',
    suiside: 'suicide',
    suicde: 'suicide',
    suacide: 'suicide',
    sucidal: 'suicidal',
    suisidal: 'suicidal',
    pils: 'pills',
    pillz: 'pills',
    ovrdose: 'overdose',
    unsubscribed: 'unsubscribe',
    unsuscribe: 'unsubscribe',
    unsubcribe: 'unsubscribe',
    stp: 'stop',
    sotp: 'stop',
    stpo: 'stop',
    stopp: 'stop',
    becuz: 'because',
    cuz: 'because',
    bf: 'boyfriend',
    gf: 'girlfriend',
    kiero: 'quiero',
    qiero: 'quiero',
    qro: 'quiero',
    aki: 'aqui',
    xfa: 'por favor',
    porfa: 'por favor',
    porfavor: 'por favor',
    q: 'que',
    xq: 'porque',
    msj: 'mensaje',
    msjs: 'mensajes',
    yamenme: 'llamenme',
    yamame: 'llamame',
    suisidio: 'suicidio',
    morirme: 'morir',
    matarm: 'matarme',
  }),
);

const LEET = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }),
);

/** Everything the rules read, from the raw body. Never throws on any string. */
export function normalise(raw: string): NormalisedReply {
  const text = plainLetters(raw.slice(0, LONGEST));
  const words = toWords(text);
  return {
    words,
    readings: readingsOf(text, words),
    clauses: /[.,;:!?()\n\r…—–|/-]/.test(text) ? clausesOf(text) : [words],
    emoji: /[^\p{ASCII}]/u.test(raw) ? (raw.match(/\p{Extended_Pictographic}/gu) ?? []) : [],
    asks: /[?¿]/.test(text),
  };
}

/** NFKC, lower case, without accents, invisible characters and apostrophes; punctuation still there. */
function plainLetters(raw: string): string {
  const ascii = !/[^\p{ASCII}]/u.test(raw);
  const lower = ascii
    ? raw.toLowerCase()
    : raw
        .normalize('NFKC')
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/\p{M}|\p{Cf}/gu, '');
  return lower.replaceAll(/['’‘`´ʼ]/g, '');
}

function toWords(text: string): string {
  const spaced = text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const calm = spaced.replaceAll(/(\p{L})\1{2,}/gu, '$1$1');
  return spell(calm);
}

function spell(words: string): string {
  return words
    .split(' ')
    .map((word) => SPELLINGS.get(word) ?? word)
    .join(' ');
}

function readingsOf(text: string, words: string): string[] {
  const readings = new Set([words]);
  if (/(\p{L})\1{2,}/u.test(text)) {
    readings.add(
      spell(
        text
          .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
          .replaceAll(/(\p{L})\1{2,}/gu, '$1')
          .trim(),
      ),
    );
  }
  if (/(?<!\p{L})\p{L}(?:[ .\-_*]\p{L}){2,}(?!\p{L})/u.test(text)) {
    readings.add(toWords(text.replaceAll(/(?<!\p{L})\p{L}(?:[ .\-_*]\p{L}){2,}(?!\p{L})/gu, joinLetters)));
  }
  if (/\p{L}[013457@$!]\p{L}|(?<![\p{L}\p{N}])[013457@$!]\p{L}{2}/u.test(text))
    readings.add(toWords(text.replaceAll(/\S+/g, unleet)));
  return [...readings];
}

function joinLetters(spread: string): string {
  return spread.replaceAll(/[ .\-_*]/g, '');
}

function unleet(word: string): string {
  if (!/\p{L}/u.test(word) || /^\d+[a-z]{1,3}$/.test(word)) return word;
  return word.replaceAll(/[013457@$]|!(?=\p{L})/gu, (sign) => LEET.get(sign) ?? sign);
}

function clausesOf(text: string): string[] {
  return text
    .split(/[.,;:!?()\n\r…—–|/]+|\s-+\s|-{2,}/)
    .map(toWords)
    .filter((clause) => clause !== '');
}
