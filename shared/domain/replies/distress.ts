import { rule, type Rule } from './rule.ts';

/** Words that put a reply before the others in the queue, and page nobody. Weak words for means stand here when they stand alone. */
export const DISTRESS: readonly Rule[] = [
  rule(
    'distress:means-word',
    'other',
    'pills|guns?|pistol|bridge|rope|razors?|blades?|knife|knives|bleach|antifreeze|bullets?|wrists?|overdose|\\d{3,5} ?mg|pastillas|pistola|puente|cuchillo|navaja|cuerda|soga|arma|veneno|cloro',
  ),
  rule(
    'distress:hopeless',
    'other',
    'hopeless\\w*|worthless\\w*|useless|pointless|(?:whats|what is|no|see the|any) (?:the )?(?:point|use)|burden\\w*|giv(?:e|ing) up|gave up|failure|hate (?:myself|my life|me|everything|living)|screw (?:everything|it all|this)|fuck (?:everything|it all|this life|my life|life)|fml|nothing (?:matters|helps|works|left|will change)|never (?:get|going to get|gets|be) better|no (?:hope|one cares|body cares|way forward)|(?:nobody|no ?one|noone) (?:cares|loves|understands|wants|would|will|likes)|dont (?:matter|care (?:about (?:anything|myself|life)|anymore|any more))|sin esperanza|me rindo|no (?:valgo|sirvo|importo)|(?:soy )?(?:un|una) (?:estorbo|carga|fracaso|inutil)|estorbo|nada (?:importa|me importa|tiene sentido|vale|sirve)|no tiene (?:caso|sentido)|nadie me (?:quiere|entiende|ayuda|importa)|odio (?:mi vida|todo|vivir)|me odio|todo esta perdido|no hay (?:salida|esperanza)',
  ),
  rule(
    'distress:cannot',
    'other',
    'cant (?:\\w+ )?(?:do|take|handle|cope|deal|go|stop|sleep|eat|function|get out of bed|stand|breathe|anymore|even|think|calm|keep)|not (?:ok|okay|good|well|fine|great|alright|doing (?:so |too |very )?(?:ok|okay|good|well|great|fine|hot))|no (?:estoy|me siento|ando|me encuentro) (?:\\w+ )?(?:bien|ok)|too much|(?:its|it is) all too|overwhelm\\w*|struggl\\w*|falling apart|breaking (?:down|point)|broken|losing (?:it|my mind|control|hope)|lost (?:it|hope|everything|control)|(?:want|wish) (?:to |i could )?(?:disappear|run away|be gone|be invisible)|want (?:this|it) to (?:end|be over|stop)|make it stop|no puedo (?:mas|dormir|comer|parar|dejar de)|demasiado|no se que hacer|dont know (?:what to do|how (?:much )?longer)|at my (?:limit|wits|breaking)|i am (?:so )?(?:done|lost|stuck|tired of (?:this|everything|it|fighting|trying))|ya no (?:quiero(?! (?:que|mas|recibir|sus|los|tus|estos|mensajes|textos))|puedo)|perdiendo (?:el control|la cabeza)|desesperad[oa]|desesperacion|agobiad[oa]|hart[oa]|no doy',
  ),
  rule(
    'distress:feeling',
    'other',
    'alone|lonely|loneliness|isolated|abandoned|sad|sadness|crying|cried|cry|tears|depress\\w*|anxi(?:ous|ety)|panic\\w*|scared|afraid|terrified|frightened|fear|numb|empty|miserable|suffer\\w*|trapped|ashamed|shame|guilt\\w*|heartbroken|devastated|exhausted|drained|down|low|awful|terrible|horrible|worse|worst|bad|rough|hard|shitty|like (?:shit|crap|trash)|dark (?:place|thoughts)|paranoid|voices|nightmares?|flashbacks?|relaps\\w*|drunk|drinking|high again|using again|withdrawals?|shaking|spiral\\w*|ptsd|trauma\\w*|angry|rage|furious|solo|sola|soledad|triste|tristeza|llor\\w+|deprimid[oa]|depresion|ansiedad|ansios[oa]|panico|miedo|asustad[oa]|aterrad[oa]|vaci[oa]|mal|peor|horrible|fatal|recai|recaida|borrach[oa]|tomando otra vez|angustia\\w*|culpa|verguenza|agotad[oa]|destrozad[oa]|dolor|duele|sufr\\w+|pesadillas',
  ),
  rule(
    'distress:happening',
    'other',
    '(?:passed away|died|funeral|death|dead|dying|muri[oe]|murieron|falleci\\w*|velorio|luto|muert[oe])|kicked (?:me )?out|evict\\w*|homeless|on the (?:street|streets)|sleeping in my car|nowhere to (?:go|sleep|stay)|lost my (?:job|home|house|kids|apartment|son|daughter|mom|dad|husband|wife|baby|brother|sister|friend)|fired|arrested|jail|took my kids|cps|divorc\\w*|broke up|left me|dumped|cheat\\w*|hurt(?:s|ing)?|pain|hospital|(?:he|she|they|dad|mom|husband|boyfriend|ex) (?:hit|hits|hurt|hurts|yelled|screamed|pushed|slapped|punched|threw)|abus\\w*|rape\\w*|bull(?:y|ied|ying)|threat\\w*|stalk\\w*|unsafe|danger\\w*|court|hungry|no food|desaloj\\w*|me (?:corrieron|echaron|despidieron|dejo|pego|grito|engano|golpeo)|sin (?:casa|comida|techo|trabajo|dinero)|perdi (?:mi|a mi|el)|en la calle|abuso|maltrato|peligro|amenaza\\w*|migra|deport\\w*',
  ),
  rule(
    'distress:reaching-out',
    'other',
    '(?:talk|speak|chat) (?:to|with) (?:someone|somebody|anyone|a (?:person|counselor|human|therapist)|you)|(?:need|want) (?:someone|somebody|help|to talk|a friend|support)|(?:can|could) (?:someone|somebody|you|anyone|i) (?:\\w+ )?(?:help|talk|listen|call)|are you there|anyone there|is (?:anyone|someone|anybody) there|help|please (?:help|call|answer|respond|hurry)|urgent|emergency|crisis|911|988|hablar con (?:alguien|una persona|ustedes)|(?:necesito|quiero|ocupo) (?:ayuda|hablar|a alguien|apoyo)|ayuda\\w*|me pueden (?:ayudar|llamar)|hay alguien|urgente|emergencia|auxilio|socorro',
  ),
];
