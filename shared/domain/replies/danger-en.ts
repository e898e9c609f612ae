import { rule, type Rule } from './rule.ts';

const ABUSER =
  '(?:he|she|they|hes|shes|theyre|someone|somebody|my (?:\\w+ )?(?:ex|husband|boyfriend|wife|girlfriend|partner|stepdad|stepfather|dad|father|mom|mother|brother|uncle|cousin|roommate|son|neighbor|stalker|landlord|baby daddy)|the guy|this guy|this man|a man|some guy)';
const VICTIM = '(?:me|us|my (?:kids?|mom|sister|baby|son|daughter|dog|brother|family))';
const CHILD =
  '(?:kid|kids|child|children|baby|babies|newborn|toddler|infant|son|daughter|little (?:brother|sister|boy|girl|one|ones)|niece|nephew|grandson|granddaughter|grandkids?|stepson|stepdaughter|\\d{1,2} (?:year|yr|month|yo) ?(?:old|olds)?)';

export const VIOLENCE_EN: readonly Rule[] = [
  rule(
    'violence:threat',
    'violence',
    `${ABUSER} (?:\\w+ ){0,5}(?:going to|will|wants to|want to|trying to|tried to|threatened to|threatening to|threatens to|said (?:he|she|they)(?: is| are|ll|d|s| will| would)?(?: going to)?|swears (?:he|she)(?:ll|s going to| will| is going to)?) (?:\\w+ )?(?:kill|hurt|shoot|stab|beat|hit|rape|strangle|attack|murder|burn|find) ${VICTIM}`,
    `(?:threatened|threatening|threatens) (?:to (?:kill|hurt|shoot|beat)|${VICTIM}(?: with)?)|(?:has|have|had|got|with|pulled|waving|pointed|pointing) (?:a|his|her|the) (?:gun|knife|weapon|machete|bat|hammer) (?:\\w+ ){0,3}(?:on|at|to|outside|and|here|${VICTIM})`,
    `(?:outside|here|inside|coming|home|came|showed up|back|him|her) with (?:a|his|her|the) (?:gun|knife|weapon|machete|bat)`,
    `${ABUSER} (?:is |s )?(?:has|have|got|holding) (?:a|his|her|the) (?:\\w+ )?(?:gun|knife|weapon)`,
  ),
  rule(
    'violence:now',
    'violence',
    `(?:hitting|beating|choking|strangling|attacking|raping|hurting|punching|kicking|stabbing|slapping|assaulting|abusing) (?:on )?${VICTIM}(?! up (?:with|about))`,
    `(?:choked|strangled|raped|stabbed|shot|molested|assaulted|beat up|beat the (?:shit|hell|crap) out of|pistol whipped|sexually assaulted|jumped) ${VICTIM}|(?:i was|i have been|i got|was just|got) (?:\\w+ )?(?:raped|assaulted|stabbed|shot|attacked|molested|choked|strangled|beaten|beat up|jumped)(?! (?:down|up at|at a))`,
    `${ABUSER} (?:\\w+ ){0,2}(?:hit|hits|punched|kicked|slapped|beat|beats|hurt|pushed|shoved|threw|grabbed) ${VICTIM} (?:\\w+ ){0,4}(?:again|tonight|now|just|today|and (?:he|she|i am|is|wont)|in the (?:face|head|stomach)|bleeding|so hard)|just (?:hit|punched|kicked|slapped|beat|choked|pushed) ${VICTIM}`,
    '(?:breaking in|broke in|trying to (?:get|break) in|wont let (?:me|us) (?:leave|go|out)|following me(?! on)|stalking me|found (?:out )?where (?:i|we) (?:live|am|are)|found (?:me|us)(?: again)?$|coming (?:for|after|to get|to kill|to hurt) (?:me|us)|locked (?:me|us) (?:in|up)|holding (?:me|us) (?:here|hostage)|hiding (?:\\w+ )?(?:in|from|under) (?:the|my|a|him|her|a closet)|banging on (?:my|the) door|at my (?:door|window)|outside my (?:house|door|apartment|window)|kidnap\\w*|being held|trafficked)',
    'afraid (?:he|she|they|hes|my (?:husband|ex|boyfriend|wife|dad|partner)) (?:\\w+ )?(?:going to|will|might|gonna|s going to|is going to)? ?(?:kill|hurt|find|hit|beat|come after)|fear(?:ing)? for my (?:life|safety)|(?:my|our) (?:life|lives) (?:is|are) in danger|i am in danger|we are in danger|not safe (?:at home|here with|with him|with her)|going to kill me (?:and|if i leave|tonight|when)',
  ),
  rule(
    'violence:to-others',
    'violence',
    '(?:want|going|about|ready|plan|planning|need|urge|tempted|might|will|am going|feel like|thoughts of|thinking (?:about|of)) (?:to )?(?:\\w+ )?(?:kill|killing|hurt|hurting|shoot|shooting|stab|stabbing|strangle|murder|beat) (?:him|her|them|someone|somebody|people|everyone|everybody|anyone|my (?:\\w+ )?(?:ex|husband|boss|wife|boyfriend|girlfriend|mom|dad|neighbor|roommate|brother|sister|family|coworkers?|teacher))(?! (?:with kindness|lol|haha|feelings|at (?:chess|uno|cards|mario)))',
    'shoot up (?:the|my|a) (?:school|place|office|job|work|church)|homicid\\w*|hurt (?:somebody|someone|people|others)|kill (?:somebody|someone|people|them all)',
  ),
];

export const MEDICAL_EN: readonly Rule[] = [
  rule(
    'medical:now',
    'medical',
    'cant (?:\\w+ )?breath?e?(?! (?:laughing|lol|through my nose))|(?:trouble|hard time|struggling|difficulty) (?:to )?breath\\w*|hard to breath?e|chest (?:\\w+ )?(?:pain|pains|hurts|hurting|is tight|tightness)|(?:having|had|have|think its|like) (?:a |an )?(?:heart attack|stroke|seizure|seizures|aneurysm)(?<!gave me a heart attack)|seizing|(?:passed|passing|pass|blacked|blacking) out(?! (?:flyers|candy|papers|food|cards|early|on the couch))|unconscious|unresponsive|(?:not|isnt|stopped) breathing|turning blue|(?:wont|cant|not|isnt) wak(?:e|ing) (?:up|him|her|them)(?: up)?(?! (?:early|for|on time|in time|before))|collapsed|fainted',
    'bleeding (?:\\w+ ){0,3}wont stop|(?:bleeding|blood) (?:\\w+ )?(?:a lot|bad|badly|out|everywhere|heavily|so much|wont stop)|(?:wont|not|cant) stop (?:the )?bleeding|(?:losing|so much|lots of|too much|lot of) blood(?! (?:test|work|drawn|sugar))|(?:coughing|throwing|vomiting|puking) (?:up )?blood|throat (?:is )?(?:closing|swelling)|allergic reaction|anaphyla\\w*|(?:need|call|called|calling|send|get) (?:me |us )?(?:an? |the )?(?:ambulance|911|paramedics)|(?:water broke|having contractions|miscarr\\w*|in labor)|(?:need|going|have|gotta|should|on my way) (?:to )?(?:go to |be in |get to |be at )?(?:the )?(?:er|emergency room|hospital)(?! (?:for (?:work|my shift|an appointment)|to visit|bill))|(?:ended|end|almost|nearly) (?:\\w+ ){0,3}(?:in|at|to) (?:the )?(?:er|hospital|icu|psych ward|emergency room)|(?:diabetic|insulin) (?:shock|crisis|emergency)|blood sugar is (?:\\d+|too)',
  ),
  rule(
    'emergency:named',
    'other',
    '(?:this is|its|it is|i have|having|is) (?:an? |my )?(?:emergency|crisis)(?! (?:contact|number|fund|meeting))|i am in (?:a )?crisis|in crisis right now|^(?:emergency|911|988|crisis|emergencia|auxilio|socorro|mayday|danger|peligro)(?: (?:please|now|por favor|help|ayuda|911|988))*$',
    '^(?:please |somebody |someone |god |omg |i need |need |plz )*help (?:me|us)(?: (?:please|now|right now|asap|god|fast|quick|someone|im begging you|i am begging you))*$|i need help (?:now|right now|asap|bad|immediately|urgent|fast|tonight)|help me (?:please )?(?:i am|he is|hes|shes|i cant|im|before)|please help (?:me )?(?:now|i am|i cant)|save me',
  ),
];

export const CHILD_EN: readonly Rule[] = [
  rule(
    'child:harmed',
    'child',
    `(?:hit|hits|hitting|beat|beats|beating|hurt|hurts|hurting|touched|touches|touching|molest\\w*|abus\\w+|chok\\w+|shook|shaking|shake|burned|burning|kick\\w*|punch\\w*|slapp\\w+|threaten\\w*|kill|killing|kidnap\\w*|drown\\w*|rap(?:e|ed|ing)|smother\\w*|strangl\\w+|starv\\w+) (?:on )?(?:my|the|our|his|her|their|a) (?:\\w+ ){0,2}${CHILD}(?! (?:at (?:chess|uno|cards|mario|soccer|basketball)|feelings|in (?:chess|uno)))`,
  ),
  rule(
    'child:danger',
    'child',
    `(?:my|the|our|his|her|their) (?:\\w+ )?${CHILD} (?:\\w+ ){0,3}(?:not breathing|isnt breathing|wont wake|unconscious|turning blue|blue|missing|in danger|not safe|isnt safe|arent safe|unresponsive|choking|bleeding|swallowed|being (?:hurt|abused|hit|beaten|touched)|got into my (?:pills|meds)|ran away|been taken|abused|molested)|(?:took|taken|stole|grabbed) my (?:kids?|children|baby|son|daughter) (?:and|from me|wont|without)|someone (?:is )?hurting (?:a|my|the) (?:child|kid|baby)`,
  ),
];

const OTHER =
  '(?:my (?:\\w+ )?(?:friend|friends|bestie|best friend|bff|mom|mother|dad|father|brother|sister|son|daughter|cousin|husband|wife|boyfriend|girlfriend|partner|roommate|ex|kid|child|teen|aunt|uncle|grandma|grandpa|neighbor|coworker|niece|nephew|stepson|stepdaughter)|he|she|hes|shes|they|theyre|someone|a friend|friend|somebody)';
const BETWEEN = '(?:(?!i\\b|me\\b|my\\b|made\\b|makes\\b)\\w+ ){0,5}';

export const THIRD_PARTY_EN: readonly Rule[] = [
  rule(
    'third-party:self-harm',
    'third-party',
    '(?:kill|kills|killed|killing|hang|hanged|hung|hanging|shoot|shot|shooting|hurt|hurting|cut|cutting|cuts|harm|harming|off|unalive|drown|stab|stabbed) (?:him|her|them|their|his) ?(?:self|selves)|(?:end|ending|ended|take|took|taking) (?:his|her|their) (?:own )?(?:life|lives)',
    `${OTHER} ${BETWEEN}(?:suicid\\w*|(?:want|wants|wanted|wanting|going|threatening|threatened|trying|ready) to (?:die|be dead|end it|jump)|wish(?:es)? (?:he|she|they) (?:was|were) dead|(?:dont|doesnt|didnt) want to (?:live|be here|be alive|wake up|exist)|self ?harm\\w*|unaliv\\w*|sent me (?:a )?goodbye)`,
  ),
  rule(
    'third-party:overdose',
    'overdose',
    `${OTHER} ${BETWEEN}(?:overdos\\w*|oded|odd?ing|took (?:all|too many|a bunch|a lot|a whole|the whole|some kind)|not breathing|wont wake up|isnt waking up|passed out)`,
  ),
];
