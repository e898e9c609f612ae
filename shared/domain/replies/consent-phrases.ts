import { anyOf } from './rule.ts';

const TEXTING =
  '(?:texting|messaging|contacting|writing(?: to)?|bothering|bugging|spamming|sending|harassing|hitting up|blowing up)';
const TEXTS =
  '(?:texts?|messages?|text messages|contact|check ?ins?|notifications|spam|updates|reminders|sms)';
const THESE =
  '(?:(?:all|any|the|these|this|those|your|more|of|further|stupid|dumb|damn|annoying|automated|auto|fucking|sending|getting|receiving) ){0,4}';

/** Someone else who will not stop, or is told to: `he wont stop texting me`, `i told him to stop calling me`. */
const NOT_US =
  '(?<!\\b(?:wont|doesnt|didnt|never|not|cant|dont|wouldnt|isnt|would|did|does|he|she|they|it|ex|mom|dad|husband|wife|boyfriend|girlfriend|friends?|people|guy|to me) )' +
  '(?<!\\b(?:him|her|them|ex|mom|dad|husband|wife|boyfriend|girlfriend|guy|people|friends?|everyone|someone|i (?:need|want|have|had|try|tried)) to )';

/** Free-form revocation, English. FCC: any reasonable means counts, judged by the totality of what was written. */
export const OPT_OUT_EN = anyOf(
  `${NOT_US}(?:stop|quit|cease) (?:\\w+ )?(?:fucking )?${TEXTING}(?: (?:me|us|my phone|this number|here|my number)| (?:texts|messages|stuff|these|this|to me|so many)|(?: (?:please|now|already|thanks))*$)`,
  `${NOT_US}(?:stop|quit|end|cancel|cease|halt|discontinue|kill) ${THESE}${TEXTS}(?! (?:him|her|them|chain|from (?:him|her|my)))`,
  `(?:want|need|asked|told|ask|tell|telling|like|wish|begging|would) you (?:guys |all |people )?(?:to )?(?:please )?(?:stop|quit)(?: (?:it|this|please|now|already))*$`,
  `(?:can|could|will|would) you (?:guys |all |people |please |just )*(?:stop|quit)(?: (?:it|this|that|please|now|already|thanks))*$`,
  `you (?:need|have|should|must|better|would|just)(?: to| just| please)? (?:stop|quit)(?: (?:it|this|please|now))*$`,
  `(?:i|already) said (?:to )?stop(?: (?:it|already|please))*$`,
  `(?:how (?:do|can) i|i (?:want|need|wish|would like) to|let me|can i|id like to|trying to|help me) (?:please )?(?:stop|cancel|end|quit|turn off|opt out of|get out of|get off|unsubscribe from|block) (?:getting |receiving )?(?:\\w+ )?(?:texts|text|messages|message|these|this list|list|service|program texts|subscription|thing|alerts|notifications)`,
  `(?<!\\b(?:they|we|kids|friends|people|family|parents|guys|folks|and|just|who|all|you|i) )(?:dont|do not|dnt|never|please not) (?:you )?(?:ever |keep |be )?(?:text|texting|message|messaging|contact|contacting|write|bother|bothering|send) (?:to )?(?:me|this number|us|here|my phone|my number|anything|any more|anymore|no more)(?! (?:at|after|before|during|until|while|on|when|in|back|about|if|the (?:link|address|app)|a (?:ride|list|copy)|money|your))`,
  `(?<!\\bnot )(?:dont|do not|no longer|didnt|never) (?:want|wish|need|like|agree|consent|ask|sign up|signed up|care) (?:to |for |you to |getting |get |receive |receiving |be |being |any |more |of |these |this |your |the |have )*(?:${TEXTS}|texted|contacted|messaged|text me|message me|contact me|bothered)(?! (?:from|him|her|my (?:mom|ex|dad)))`,
  `(?:no|zero) (?:more|further) (?:\\w+ )?(?:texts?|messages?|texting|messaging|contact|communication|check ?ins?)(?! from (?:him|her|my|them))`,
  `(?:take|remove|delete|drop|get|scratch|erase|pull) (?:me|us|my (?:number|name|phone|contact|info|phone number|cell)|this (?:number|phone)) (?:\\w+ )?(?:off|from|out of) (?:of )?(?:\\w+ )?(?:lists?|texts?|messages|system|database|program|service|thing|here|this|it|contacts|records|mailing|phone|calling)`,
  `(?:take|get) (?:me|us|my number|my name|this number) off(?: (?:please|now|this|it|thanks|already))*$`,
  `(?:please |just )?(?:remove|delete|erase|lose|forget) (?:my|this) (?:\\w+ )?(?:number|phone|contact|info)`,
  `^(?:please |just |can you |you can )*(?:remove|unsubscribe|unenroll|disenroll|deactivate) me(?: (?:please|now|thanks|asap))*$`,
  `unsubscribe (?:me|us|from|this|my|please|now)|to unsubscribe|(?:stop|quit|enough) with (?:the|these|this|all the|your) (?:\\w+ )?(?:texts?|messages?|texting|check ?ins?)`,
  `(?:opt|opting|opted) (?:me |us )?out(?! (?:of (?:the|my) (?:test|class|exam|gym|insurance|plan)))`,
  `(?:revoke|withdraw|withdrawing|revoking|take back|cancel) (?:my |all )?(?:consent|permission|authorization)`,
  `(?:i am |i will be |am |going to be )(?:going to |will )?(?:block|blocking) (?:you|this number|your number|this)|(?:going to|will|ill|gotta|have to) block (?:you|this|your)|^blocked$|blocking you`,
  `(?:^|please |just |and |so |you |can you |will you |now |ok |i said |all )leave me (?:the (?:hell|fuck) )?(?:alone|be$)(?! (?:with|all|at|here|in|for|again))`,
  `^(?:no thanks )?(?:i am )?not interested(?: (?:anymore|any more|thanks|thank you|in (?:this|these|texts|your).*))?$`,
  `(?<!\\b(?:they|we|kids|friends|people|family|parents|guys|folks|who|all|you|i) )(?:dont|do not) (?:text|contact|message) (?:me )?(?:again|anymore|any more|ever|no more)`,
  `(?:stop|cancel|end) (?:my |the |this )(?:subscription|service|enrollment|texts|texting|follow ?ups?|check ?ins?|program)`,
);

const ESCRIBAN =
  '(?:escriban|escribas|escriba|manden|mandes|mande|envien|envies|envie|texteen|textees|textee|contacten|contactes|contacte|molesten|molestes|moleste|busquen|busques|hablen|mensajeen)';

/** Free-form revocation, Spanish, after accents are gone. */
export const OPT_OUT_ES = anyOf(
  `(?:ya )?no (?:me|nos) (?:vuelvan a |vuelvas a |sigan |sigas )?(?:${ESCRIBAN}|escribir|mandar|enviar|textear|contactar|molestar|escribiendo|mandando|enviando|molestando)(?! (?:a las|despues|antes|al trabajo|cuando|en la noche|durante|tarde))`,
  `(?<!\\bno )(?:deje|dejen|dejes|deja|dejar|pare|paren|para|parar|parale) (?:ya )?de (?:escribir|mandar|enviar|textear|molestar|contactar|estar (?:escribiendo|mandando|molestando))(?:me|nos|le)?`,
  `(?:quiten|quite|quita|quitar|saquen|saque|saca|sacar|bajen|baje|borren|borre|borra|borrar|eliminen|elimine|elimina|eliminar|remuevan|remueva|den|dar|denme|darme)(?:me)? (?:de baja|de (?:la|su|esta|tu|sus) (?:lista|listas|base|sistema)|del (?:sistema|listado|programa))`,
  `(?:borren|borre|borra|eliminen|elimine|elimina|quiten|quita|olviden|olvida) (?:mi|este) (?:numero|telefono|contacto)`,
  `(?:ya )?no (?:quiero|deseo|necesito|quisiera|autorizo) (?:mas |recibir |que me |seguir |recibiendo |sus |los |tus |estos |ningun |tantos |de |mis )*(?:mensajes?|textos?|mensajitos|${ESCRIBAN}|recibir (?:mas|nada|esto)|recibirlos|notificaciones|contacto)`,
  `no (?:mas|mandar|enviar|recibir) (?:mas )?(?:mensajes?|textos?|mensajitos)|ya no mas (?:mensajes?|textos?)|ni un mensaje mas`,
  `(?:cancelar|cancelen|cancela|cancele|detengan|detener|suspendan|suspender|terminen|terminar|paren|parar|pare|alto a|alto con) (?:a |con )?(?:los|las|estos|esos|sus|la|el|esta|este|mis|todos los) (?:mensajes?|textos?|suscripcion|servicio|notificaciones)`,
  `(?:retiro|revoco|quito|cancelo|anulo) (?:mi|el|todo) (?:consentimiento|permiso|autorizacion)|no doy (?:mi )?(?:permiso|consentimiento)`,
  `(?:^|por favor |ya |mejor |que |y )(?:dejame|dejenme|dejeme|dejen me|me dejen|me deje|me dejes) (?:ya )?en paz`,
  `^(?:ya )?no me (?:interesa|interesan)(?: (?:gracias|ya|mas))*$|(?:los|te|las|la|lo) voy a bloquear|quiero (?:darme de baja|salir(?:me)? de (?:esto|la lista|aqui)|que paren|que dejen de)`,
);

/** Restricts when or how, not whether: texts stop until a person has asked. */
export const DOUBTFUL_PHRASES = anyOf(
  `(?:dont|do not) (?:text|message|contact) me (?:at|after|before|during|until|while|on|when|in)`,
  `no me (?:escriban|escribas|manden|mandes|texteen) (?:a las|despues|antes|al trabajo|cuando|en la noche|durante|tarde)`,
  `(?:this|it) (?:has|needs) to stop`,
  `(?<!\\b(?:they|we|people|i|who|you) )(?:dont|do not) (?:text|message|contact)(?: (?:back|please|anymore))*$`,
  `no me llamen|no me llames|(?:dont|do not|stop|quit) call(?:ing)? me(?! (?:crazy|a |names|that|babe|baby|honey|stupid))`,
);

/** Where a keyword is about something else, it is no opt-out, however it stands in the sentence. */
export const ABOUT_SOMETHING_ELSE = anyOf(
  `(?:cant|couldnt|wont|doesnt|dont|didnt|never|not|to|will|would|bus|train|next|last|truck|pit|rest|full|non|one|metro|first|wouldnt|make it|made it|make them|make him|let it|didnt ever) stop`,
  `stop (?:by|in|at|sign|over|the (?:pain|voices|thoughts|bleeding|hurt|hurting|bus|car|clock|crying|noise|urge|urges|feeling|madness)|hurting|crying|thinking|drinking|smoking|using|worrying|feeling|being|eating|shaking|cutting|taking|him|her|them|myself|laughing|it from|beating|caring|trying)`,
  `end (?:of|up|my life|it all|the pain|the suffering|everything|things|myself|date|time|zone|table)|(?:the|weekend|dead|my|in|to|at|will|ever|year|month|week|tail|bitter|front|back|does it|an|its|no) end`,
  `quit (?:smoking|drinking|my|the|using|vaping|weed|working|school|work|job|cold|drugs|it cold)|(?:i|to|he|she|they|just|almost|not|never|dont|cant|wont) quit`,
  `cancel (?:my|the|our|that|her|his|an?) (?:\\w+ )?(?:appointment|appt|ride|order|meeting|session|visit|class|flight|trip|card|bill|insurance|plans?|interview|therapy)|(?:to|had to|they|he|she|i|got|was) cancel`,
  `remove (?:the|my|a)|(?:mas|muy|tan|lo|el|en lo|es|soy|mi|un|de lo|hablar|habla) alto|alto (?:el|riesgo|nivel|precio)|fin de|baja (?:la|el|de peso|autoestima|laboral)|no para|para (?:mi|ti|que|el|la|los|un|una|ver|hablar|nada)`,
);

/** A keyword that opens the body, or is shouted, or stands alone between full stops: `stop. i cant do this`. */
export const KEYWORD_OPENS =
  /^(?:(?:please|ok|just|no|por favor|ya) )?(?:stop|stopall|unsubscribe|opt ?out|alto|paren|pare|end|cancel|quit|revoke)\b/;
export const KEYWORD_ALONE =
  /^(?:(?:please|ok|so|just|no|por favor|ya) )?(?:stop|stopall|unsubscribe|opt ?out|alto|paren|pare|end|cancel|quit|revoke|parar|no mas)(?: (?:please|now|por favor|ya|it))?$/;
