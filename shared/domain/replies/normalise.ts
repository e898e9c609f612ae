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

/** A keyword that may stand alone between full stops; without one nobody needs the clauses. */
const KEYWORD = /stop|unsub|opt|alto|pare|parar|end|cancel|quit|revoke|no mas/;

type Alphabet = { gap: RegExp; stretched: RegExp; spread: RegExp; leet: RegExp };
/** Nearly all replies are ASCII, and these patterns are several times faster than those for every script. */
const ASCII: Alphabet = {
  gap: /[^a-z0-9]+/g,
  stretched: /([a-z])\1{2,}/g,
  spread: /(?<![a-z])[a-z](?:[ .\-_*][a-z]){2,}(?![a-z])/g,
  leet: /[a-z][013457@$!][a-z]|(?<![a-z0-9])[013457@$!][a-z]{2}/,
};
const EVERY_SCRIPT: Alphabet = {
  gap: /[^\p{L}\p{N}]+/gu,
  stretched: /(\p{L})\1{2,}/gu,
  spread: /(?<!\p{L})\p{L}(?:[ .\-_*]\p{L}){2,}(?!\p{L})/gu,
  leet: /\p{L}[013457@$!]\p{L}|(?<![\p{L}\p{N}])[013457@$!]\p{L}{2}/u,
};

/** Everything the rules read, from the raw body. Never throws on any string. */
export function normalise(raw: string): NormalisedReply {
  const body = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  const ascii = !/[^\t-\r -~]/.test(body);
  const text = plainLetters(body, ascii);
  const alphabet = ascii ? ASCII : EVERY_SCRIPT;
  const words = toWords(text, alphabet);
  return {
    words,
    readings: readingsOf(text, words, alphabet),
    clauses: KEYWORD.test(words) ? clausesOf(text, alphabet) : [words],
    emoji: ascii ? [] : (body.match(/\p{Extended_Pictographic}/gu) ?? []),
    asks: /[?¿]/.test(text),
  };
}

/** NFKC, lower case, without accents, invisible characters and apostrophes; punctuation still there. */
function plainLetters(body: string, ascii: boolean): string {
  const lower = body.toLowerCase();
  if (ascii) return lower.includes("'") || lower.includes('`') ? lower.replaceAll(/['`]/g, '') : lower;
  return lower
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}|\p{Cf}|['’‘`´ʼ]/gu, '');
}

function toWords(text: string, { gap, stretched }: Alphabet): string {
  const spaced = text.replaceAll(gap, ' ').trim();
  return spell(spaced.search(stretched) < 0 ? spaced : spaced.replaceAll(stretched, '$1$1'));
}

function spell(words: string): string {
  const tokens = words.split(' ');
  let changed = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const spelling = SPELLINGS.get(tokens[at] ?? '');
    if (spelling === undefined) continue;
    tokens[at] = spelling;
    changed = true;
  }
  return changed ? tokens.join(' ') : words;
}

function readingsOf(text: string, words: string, alphabet: Alphabet): string[] {
  const { gap, stretched, spread, leet } = alphabet;
  const others: string[] = [];
  if (text.search(stretched) >= 0)
    others.push(spell(text.replaceAll(gap, ' ').replaceAll(stretched, '$1').trim()));
  if (text.search(spread) >= 0) others.push(toWords(text.replaceAll(spread, joinLetters), alphabet));
  if (leet.test(text)) others.push(toWords(text.replaceAll(/\S+/g, unleet), alphabet));
  return others.length === 0 ? [words] : [...new Set([words, ...others])];
}

function joinLetters(spread: string): string {
  return spread.replaceAll(/[ .\-_*]/g, '');
}

function unleet(word: string): string {
  if (!/\p{L}/u.test(word) || /^\d+[a-z]{1,3}$/.test(word)) return word;
  return word.replaceAll(/[013457@$]|!(?=\p{L})/gu, (sign) => LEET.get(sign) ?? sign);
}

function clausesOf(text: string, alphabet: Alphabet): string[] {
  return text
    .split(/[.,;:!?()\n\r…—–|/]+|\s-+\s|-{2,}/)
    .map((clause) => toWords(clause, alphabet))
    .filter((clause) => clause !== '');
}
