import { withoutPoliteness } from './consent-words.ts';
import type { NormalisedReply } from './normalise.ts';
import type { Asked, Meaning } from './reply-reading.ts';
import { anyOf } from './rule.ts';

export type MeaningReading = { meaning: Meaning; because?: string; bare: boolean };

const tokens = (meaning: Meaning, words: string): [string, Meaning][] =>
  words.split('|').map((word) => [word, meaning]);

/** Whole bodies that answer the check-in's menu: 1 doing ok, 2 so-so, 3 call me. */
const CHECK_IN_MENU = new Map<string, Meaning>([
  ...tokens(
    'ok',
    '1|one|uno|un|ok|okay|okey|oki|doing ok|doing okay|i am ok|i am okay|i am doing ok|i am doing okay|1 ok|1 okay|1 doing ok|ok 1|i am good|good|doing good|doing well|i am doing good|i am doing well|i am fine|fine|doing fine|all good|i am alright|alright|bien|1 bien|estoy bien|todo bien|muy bien|ando bien',
  ),
  ...tokens(
    'so-so',
    '2|two|dos|so so|soso|2 so so|2 regular|regular|mas o menos|meh|masomenos|asi asi|ahi mas o menos',
  ),
  ...tokens(
    'call-me',
    '3|three|tres|call me|3 call me|3 please call me|please call me|call|llamame|llamenme|llameme|3 llamame|llamada|3 llamada|quiero que me llamen|que me llamen|3 que me llamen|call please|me llaman',
  ),
]);

/** Whole bodies that answer "were you able to get it?" */
const REFERRAL_MENU = new Map<string, Meaning>([
  ...tokens('connected', '1|one|uno|yes|yep|yeah|yup|si|connected|got it|i did|ya|ya fui|si fui|1 yes|1 si'),
  ...tokens('not-connected', '2|two|dos|no|nope|not yet|nah|todavia no|aun no|no pude|2 no|i didnt|didnt'),
  ...tokens('call-me', '3|three|tres|call me|llamame|llamenme|3 call me|please call me'),
]);

/** A longer body is no menu answer, whatever courtesy stands around it. */
const LONGEST_TOKEN = 40;

const MENUS = {
  'check-in': CHECK_IN_MENU,
  referral: REFERRAL_MENU,
  none: new Map<string, Meaning>(),
} as const satisfies Record<Asked, ReadonlyMap<string, Meaning>>;

const WRONG_NUMBER = anyOf(
  '(?:wrong|incorrect|bad) (?:number|person|phone|guy|one|num|no)|(?:not|isnt|aint|no longer) (?:the right|his|her|their|that persons) (?:number|person|phone)|new (?:number|phone) who (?:is this|dis|this)',
  '(?:who|whos) (?:is|are|dis|this|the (?:hell|heck|fuck) is) ?(?:this|you|dis|texting|it)?$|(?:who|whos) (?:is |are )?(?:this|you|texting me|messaging me)(?: (?:please|and|texting|with|again|from|btw|lol|sorry))?|how (?:did|do) you (?:get|have) (?:my|this) number|where did you get (?:my|this) number',
  '(?:dont|do not) know (?:who (?:this|you|that) (?:is|are)|you|any ?(?:one|body)? ?(?:named|called|by that)|(?:a|an|any) \\w+$|this program|what this is)|never (?:heard of|signed up|talked to|called|met) (?:you|this|for this|your|with you)|do i know you|you (?:have|got|must have) the wrong|this (?:is not|isnt) (?!(?:ok|okay|good|fair|working|helping|right|easy|fun|about|my|a|an|the|what|going|how|like|it|me|for)\\b)\\w+$|(?:no|not) (?:one|body) (?:here )?(?:named|called|by that name)|(?:there is|theres|there) no \\w+ here|i am not (?:the person you|who you)|(?:just )?got this (?:number|phone)|(?:changed|switched) (?:numbers|owners)|she (?:doesnt|no longer) ha(?:ve|s) this|used to be (?:his|her|their|someone elses) number',
  '(?:numero|telefono|persona) (?:equivocad[oa]|incorrect[oa])|(?:se|te|esta|estan) (?:equivoc\\w+)(?: de (?:numero|persona))?|(?:quien|quienes) (?:es|eres|son|habla|escribe|me escribe|esta escribiendo)(?: (?:usted|tu|ustedes|este|esto|ahi))?|(?:este|ese) (?:no es|ya no es) (?:el|su|mi) (?:numero|telefono)(?: de)?|(?:aqui )?no (?:vive|hay|esta) (?:nadie|ningun\\w*|ninguna) (?:con ese nombre|llamad\\w*|que se llame)?|no (?:los|te|lo|la|le|les) conozco|no conozco a (?:nadie|ningun\\w*|esa|ese)|no soy (?:esa|la|el|quien) (?:persona|que)|de donde sacaron mi numero|(?:cambio|cambie) de numero',
);

const CALL_ME = anyOf(
  '(?<!\\b(?:dont|not|never|to|didnt|doesnt|cant|wont|they|he|she|who|always|people|you|i) )(?:please |pls |just |can you |could you |can someone |could someone |someone |somebody |will you |would you )*(?:call|phone|ring) me(?! (?:crazy|names|a |an |babe|baby|honey|stupid|old|lazy))|give me a (?:call|ring)|(?:want|need|like|get|have) (?:a|the|that|to get a) (?:phone )?call|(?:can|could|may|will) (?:you|someone|i get someone to|somebody|anyone|sam) (?:\\w+ )?call|(?:want|need|like) (?:you |someone |somebody |to )+(?:to )?call|call (?:back|now|asap|soon|tonight|today|please)$|please call',
  'llamame|llamenme|llameme|(?:me )?(?:pueden|puedes|puede|podrian|podria) (?:llamar|marcar|hablar por telefono)(?:me)?|(?:quiero|necesito|quisiera|prefiero) (?:una|que me|la) (?:llamada|llamen|llame|marquen)|marcame|marquenme|que me (?:llamen|marquen)',
);

const LATER = anyOf(
  '^(?:maybe |talk |ill |text you |ttyl|not right now|not now|busy|later|mas tarde|luego|ahorita no|ahora no|despues|al rato)(?: .{0,40})?$',
  '(?:i am|am|im) (?:\\w+ )?(?:busy|at work|driving|in class|in a meeting|working)|cant talk (?:now|right now|rn)|(?:text|ask|try|message|check) me (?:again )?later|talk later|(?:estoy|ando) (?:\\w+ )?(?:ocupad[oa]|trabajando|manejando|en el trabajo)|mas tarde|al rato|en otro momento',
);

const PAUSE = anyOf(
  '^(?:pause|pausa|pausar|pauze)(?: .{0,30})?$|(?:pause|pausar|pausen) (?:the |these |los |my |for |it|texts|messages|mensajes)|(?:take|need|want) a break from (?:the |these |this )?(?:texts|messages|texting|check)|(?:hold off|take a pause)',
);

const ASKS =
  /^(?!do not\b)(?:what|when|where|who|why|how|which|can|could|do|does|did|is|are|will|would|should|que|cuando|donde|como|por que|cual|cuanto|puedo|pueden|puede|hay|es|tienen)\b/;

/** What the client answered. Menus count only when their question was asked and nothing else was written. */
export function readMeaning(reply: NormalisedReply, asked: Asked): MeaningReading {
  const { words, readings } = reply;
  const menu = MENUS[asked];
  const token =
    words.length > LONGEST_TOKEN ? undefined : (menu.get(words) ?? menu.get(withoutPoliteness(words)));
  if (token) return { meaning: token, because: `menu:${token}`, bare: true };
  const said = (pattern: RegExp) => readings.some((reading) => pattern.test(reading));
  if (said(WRONG_NUMBER)) return { meaning: 'wrong-number', because: 'meaning:wrong-number', bare: false };
  if (said(CALL_ME)) return { meaning: 'call-me', because: 'meaning:call-me', bare: false };
  if (said(PAUSE)) return { meaning: 'pause', because: 'meaning:pause', bare: false };
  if (said(LATER)) return { meaning: 'later', because: 'meaning:later', bare: false };
  if (reply.asks || ASKS.test(words))
    return { meaning: 'question', because: 'meaning:question', bare: false };
  return { meaning: 'unclear', bare: false };
}
