const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SPANISH = setOf(
  'el la los las un una unos unas de del que y en no si me mi mis te tu tus se lo le les su sus es son soy eres estoy esta estas estan ya mas muy pero porque por para con sin como cuando donde quien hoy manana ayer gracias hola bien mal quiero quiere necesito puedo puede pueden tengo tiene vida nada todo todos ayuda llamame llamen numero mensajes favor alto pare paren parar baja salir bueno buenos dias noches hablar estar ser voy va ahora aqui nadie escriban manden uno dos tres regular equivocado matarme morir miedo sola solo ayer semana trabajo casa mama papa hijo hija amigo amiga',
);
const ENGLISH = setOf(
  'the a an of to and in on is are am was were be been i you he she it we they my your his her its our their me him them us this that these those not dont cant wont im ive have has had do does did what when where who why how yes ok okay fine good bad please thanks thank hi hello call text stop end quit cancel unsubscribe help want need feel feeling today now one two three doing so just know life day work home mom dad friend too with for from but can could would will about more if at by here there all out up down wrong number later',
);

/** `en`, `es`, or `und` (BCP 47: undetermined) where the words do not tell. Words of both count half a vote each. */
export function replyLanguage(words: string, raw: string): string {
  let english = 0;
  let spanish = /[ñ¿¡]/i.test(raw) ? 2 : 0;
  for (const word of words.split(' ')) {
    if (ENGLISH.has(word)) english += 1;
    if (SPANISH.has(word)) spanish += 1;
  }
  if (english === spanish) return 'und';
  return english > spanish ? 'en' : 'es';
}
