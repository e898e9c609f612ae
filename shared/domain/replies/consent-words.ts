const setOf = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/**
 * Bodies that are an opt-out as they stand. FCC 47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel, unsubscribe.
 * Twilio adds stopall and optout, AWS remove, td, arret; Telnyx "stop all"; the Spanish ones are ours.
 */
export const OPT_OUT_WORDS = setOf(
  'stop|stopall|stop all|quit|end|revoke|optout|opt out|cancel|unsubscribe|remove|td|arret|arrete|arrett|' +
    'alto|pare|paren|para|parar|parale|parenle|detener|detente|detenganse|cancelar|cancela|cancelen|baja|dar de baja|darme de baja|denme de baja|' +
    'salir|salirme|no mas|no mas mensajes|terminar|eliminar|remover|quitar|desuscribir|desuscribirme',
);

/** An opt-out in some mouths and something else in others: texts stop, and a person finds out. */
export const DOUBTFUL_WORDS = setOf(
  'basta|fin|ya basta|ya no|enough|no more|stop it|stop this|stop that|end it|end this|cancel it|cancel this|quit it|out|i want out|' +
    'fuck off|f off|go away|let me go|no quiero mas|dejame|dejenme|vete|larguense|never again|i am out',
);

export const OPT_IN_WORDS = setOf('start|unstop');

/** HELP keywords of the carriers, and the same cry in other words. */
export const HELP_WORDS = setOf('help|info|ayuda|sos|s o s|auxilio|socorro|help help|help help help');

/** Words that say please or thanks around a keyword and change nothing about it. */
const POLITE = setOf(
  'please|now|just|ok|okay|thanks|thank|you|thx|ty|kindly|sorry|no|hi|hello|hey|already|asap|right|immediately|guys|sir|maam|' +
    'por|favor|gracias|ya|ahora|mejor|hola|disculpe|perdon|porque|si|lo|siento',
);

/** What is left of a body without politeness. */
export function withoutPoliteness(words: string): string {
  return words
    .split(' ')
    .filter((word) => !POLITE.has(word))
    .join(' ');
}

/** "stop stop stop": one keyword, repeated. */
export function unrepeated(words: string): string {
  const parts = words.split(' ');
  return parts.every((part) => part === parts[0]) ? (parts[0] ?? '') : words;
}
