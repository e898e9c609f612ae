import { rule, type Rule } from './rule.ts';

const TO_DIE =
  '(?:die|be dead|dead)(?! (?:laugh|of laugh|of embarrass|from embarrass|my hair|on that hill|lol))';
const HEIGHTS =
  '(?:bridge|roof|rooftop|building|overpass|balcony|cliff|ledge|edge|parking garage|window|train|tracks|traffic|water tower)';
const KIN =
  '(?:mom|mother|dad|father|kids?|children|son|daughter|wife|husband|family|sister|brother|girlfriend|boyfriend|partner|baby|everyone|them|her|him)';

/**
 * Words that may mean someone acts against their own life soon. Over-inclusive on purpose, and no negation takes anything
 * back: it costs a person one look. Figures and sources: docs on reply reading; needs clinical review.
 */
export const SELF_HARM_EN: readonly Rule[] = [
  rule(
    'self-harm:kill-self',
    'self-harm',
    '(?:kill|killing|killed|hang|hanging|shoot|shooting|drown|drowning|stab|stabbing|slit|unalive|unaliving|off|offing|end|ending|poison|poisoning|gas|gassing|strangle|choke|choking|delete|suffocate) myself',
    '(?:kms|ctb|unaliv\\w*|sewer ?slide\\w*|self ?harm\\w*|suicid\\w*)(?<!\\d ?kms)(?! squad| door| burger)',
  ),
  rule(
    'self-harm:hurt-self',
    'self-harm',
    '(?:hurt|hurting|harm|harming|cut|cutting|burn|burning|injure|injuring|punish|punishing|starve|starving|hit|hitting) myself(?! (?:at (?:the gym|work|practice|football|soccer)|shaving|cooking|playing|working out|making|by accident|accidentally|on accident|some slack|off|running|lifting|moving))',
    '(?:been|started|start|keep|kept|am|relapsed with|back to|thinking about|thinking of) (?:\\w+ )?cutting(?! (?:back|down|carbs|out|grass|class|the|calories|off|hair|wood|coupons|it|my hair|ties))',
    '(?:cut|slit|slash|slice|cutting|slitting)\\w* (?:my )?(?:\\w+ )?(?:wrists?|thighs?|throat|veins?|skin)|cut (?:too )?deep|i cut (?:again|last night|tonight|today)$',
  ),
  rule(
    'self-harm:end-life',
    'self-harm',
    '(?:end|ending|take|taking|took|finish|ended) my (?:own )?life|end(?:ing)? it all|end(?:ing)? (?:it|things|everything) (?:tonight|today|now|soon|for good|once and for all|forever|tomorrow|right now)',
    'want (?:it all|everything|all of it|all of this|all this|the pain|my life|life) to (?:just )?(?:end|be over|stop|go away|be done)',
    '(?:stop|end) the (?:pain|suffering)(?: (?:forever|for good|tonight|now|please))+',
  ),
  rule(
    'self-harm:want-to-die',
    'self-harm',
    `(?:want|wants|wanted|wanting|ready|rather|need|hope|wish|plan|planning|deserve|trying|try|tempted|begging|pray|praying|feel like|feeling like|thinking (?:about|of)|think about|think of|thoughts (?:about|of)) (?:(?:i|that|god|could|would|can|will|to|just|really|please|all|so bad|was|were|am) ){0,4}(?:dying|${TO_DIE})`,
    'i (?:am |will |might )?(?:\\w+ )?(?:going to|about to|bout to|fixing to) die(?! (?:laughing|of|from|lol|if|when|in|waiting|haha))',
    '(?:let me|just let me|make me|help me|i should|i should just|better to|easier to|time to|time for me to|ready to) die',
  ),
  rule(
    'self-harm:not-live',
    'self-harm',
    '(?:dont|do not|no longer|never|not|didnt|cant|dont even) (?:(?:really|even|just|actually|think|i|want|care|wish|deserve|feel|like|plan|need|going|supposed|to|about|if|on|meant) ){1,5}(?:be alive|live|living|exist|existing|wake up|waking up|be here (?:anymore|any more|any longer|tomorrow)|being here anymore|be around (?:anymore|tomorrow|much longer)|be on (?:this|the) (?:earth|planet)|keep (?:going|living)|continue living|see tomorrow|be in this world|make it)(?! (?:with|in|at|near|on|early|by|to the|here|there|so|alone|until|till|tonight to|today to))',
    '(?:tired|sick|done|exhausted|fed up|over) (?:of |with |from |being )+(?:alive|living|life|my life|this life|existing|existence|it all)(?! (?:with|in|at|alone))',
    '(?:no|any|find|see|have|without|lost) (?:\\w+ )?(?:reason|point|purpose|will|desire) (?:to|in|of|for) (?:live|living|be alive|being alive|going on|go on|keep going|being here|be here|life|exist\\w*|stay alive)|(?:whats|what is) the (?:point|use) (?:of|in) (?:living|life|going on|being alive|being here)',
    'nothing (?:left )?to live for|cant stay alive|sleep forever|(?:be with|join|see) (?:\\w+ ){1,3}in heaven|(?:dont think|not sure|dont know|doubt|how) (?:\\w+ ){0,5}(?:make it|survive|get) (?:through (?:the|this|another|to) (?:night|day|morning)|through tonight|to (?:tomorrow|morning))|not worth living|life (?:isnt|is not|aint) worth|cant live (?:like this|anymore|any more|with (?:this|myself|the pain|what))|hate being alive|never (?:been born|wake up)|stop existing|cease to exist|want to (?:not exist|disappear forever|be gone|be no more|vanish forever)',
  ),
  rule(
    'self-harm:wish-dead',
    'self-harm',
    'wish (?:that )?i (?:(?:was|were|had|could|would|wasnt|werent|never|hadnt|am|just|not|been|be|to|didnt) )+(?:dead|gone|born|alive|exist\\w*|wake up|woken up|not wake up|vanish|disappear forever)',
    'better off (?:dead|without me|if i)|better (?:off )?if i (?:was|were|wasnt|werent|died|die|disappear\\w*|never)(?! (?:able|on|there|at|in|more))|(?:better place|world|life|lives) (?:be )?(?:better )?without me',
    '(?:would|will|ll|gonna|going to) (?:even |really )?(?:miss me|(?:notice|care) (?:if|when) i (?:am |was |were )?(?:die|died|dead|gone|disappear\\w*|left|killed))',
    'should (?:just |be |have )+(?:dead|died|die|kill)|rather be dead|(?:go to sleep|fall asleep|sleep) and (?:just )?(?:never|not|dont)|(?:hope|wish|pray|praying) (?:\\w+ ){0,3}(?:dont|never|wouldnt|wont|not) wake up',
  ),
  rule(
    'self-harm:farewell',
    'self-harm',
    'goodbye (?:forever|everyone|everybody|world|cruel world|for good|to everyone|my friend|all)|this is (?:goodbye|my goodbye|the end|it for me)|(?:saying|said|say|writing|wrote) (?:my |our |the )?(?:final |last )?goodbyes?',
    'my (?:last|final) (?:goodbye|message|text|words|night on|day on earth|day alive|letter|breath)|(?:suicide|goodbye|farewell|final) (?:note|letter)|(?:wrote|left|leaving|writing) (?:a |my |the |some )?(?:goodbye )?(?:note|letters?) (?:for|to) (?:my |the |everyone|all)|my note (?:is|says|explains)|left (?:a|my) note',
    `tell (?:my )?(?:\\w+ and (?:my )?)?${KIN} (?:that )?i (?:love|loved|am sorry|tried|will miss)|sorry for everything(?: i)? (?:goodbye|bye)|(?:goodbye|bye) (?:and )?(?:i am )?(?:so )?sorry|i am (?:so )?sorry (?:\\w+ )?goodbye`,
    '(?:wont|wouldnt|wont even|not going to) (?:be (?:here|around|alive) (?:tomorrow|much longer|anymore|any more|long|after|by|when|for (?:christmas|my birthday|long))|see (?:tomorrow|the morning|me again|another)|hear from me (?:again|anymore|any more)|make it (?:through (?:the|this) night|to (?:tomorrow|morning)|through tonight|till morning))|by the time (?:you|u) (?:read|get|see) this|(?:see you|meet you|see everyone) on the other side|(?:giving|gave|given) away (?:all )?(?:my|everything) ?(?:stuff|things|belongings|clothes|possessions)?|take care of my (?:dog|cat|kids?|baby|pets?|babies|mom) (?:when|after|for me when|once) i',
  ),
  rule(
    'self-harm:plan',
    'self-harm',
    '(?:do|doing|did) it tonight|tonight (?:is|s) the night|(?:have|made|got|making|wrote) (?:a|my|the) plan to (?:die|do it|end|kill|hurt)|plan(?:s|ned|ning)? (?:on |how |to |my )+(?:killing|ending|kill|die|end|dying|death|suicide)|(?:have|got) (?:a|the) plan and|picked (?:a|the|my) (?:date|day|time) (?:to|for)',
    '(?:have|got|found) (?:a|the) (?:way|means|method) to (?:do it|die|end|kill)|ways? to (?:die|kill|end (?:it|my))|how to (?:die|kill|end (?:it|my)|hang|overdose|tie a noose)|painless(?:ly)? (?:way|death|to die)|how many (?:\\w+ ){0,5}(?:to die|to kill|to overdose|lethal|would kill|will kill|fatal|does it take)',
    '(?:about|ready|going|tempted|close|want|wanting) to (?:end it|end this|jump off|pull the trigger|act on it|act on (?:them|my thoughts|these thoughts|the thoughts))|(?:going|might|about|could|will|afraid i ?ll|want) (?:to )?(?:do|try) something (?:stupid|bad|dumb|drastic|permanent|to myself|i cant take back|terrible|i will regret)',
    '(?:scared|afraid|terrified|worried|frightened) (?:of |about )?(?:what i (?:might|will|could|may|am)|myself(?! and)|being alone with)|(?:dont|cant|do not) trust myself|what i (?:might|will|could|would) do to myself|(?:tried|attempted|trying) to (?:kill|hang|end it|overdose|end my)|my (?:second|third|last|first) attempt|attempted (?:again|last night|today)',
  ),
  rule(
    'self-harm:not-safe',
    'self-harm',
    '(?:not|dont|do not|cant|never|isnt|aint|barely|no longer|dont think) (?:(?:really|feel|feeling|be|stay|keep|being|think|i|am|even|will|can|totally|very|exactly|so|too|too safe|promise|to|myself|at all) ){0,5}safe(?! (?:to (?:drive|eat|drink|open|walk)|for work|enough to drive|sex|driving))|unsafe|keep myself safe',
  ),
  rule(
    'self-harm:cant-anymore',
    'self-harm',
    'cant (?:\\w+ )?(?:do|take|handle|bear|stand|deal with|keep doing|live|fight|cope|keep up|go on with|endure|survive) (?:this|it|life|any of this|the pain|all this|like this|living|these thoughts|on|much|any)? ?(?:any ?more|any longer|no more|much longer|another (?:day|night|minute))|cant go on(?! (?:the|a|this|my|vacation|that|field|trip|fri|sat|mon|tues|wed|thur|sun|with you))|cant (?:keep|continue) (?:going|living|on|fighting|doing this)(?! to)|cant take (?:much )?more',
    '(?:its|it is|everything is|this is|my life is|life is) (?:all )?over for me|(?:giving|give|given|gave|giving) up on (?:life|living|everything|myself)|(?:dont|do not) see (?:any other|another|a|any) (?:way out|way|future|other option)|(?:no|only) way out|no other (?:way|option|choice) (?:out|left|but)|no future for me',
  ),
  rule(
    'self-harm:means',
    'self-harm',
    `(?:the|my|this|a|loaded) gun (?:\\w+ ){0,3}(?:my (?:head|mouth|hand|hands|lap|temple|bed|car)|hand|loaded|ready|next to me|here|out|in front of me)|(?:have|got|holding|bought|loaded|loading|getting|found|grabbed|staring at|looking at|sitting with|cleaning|where|took) (?:\\w+ )?(?:my|a|the|his|her|dads?|this) (?:\\w+ )?(?:gun|pistol|rifle|shotgun|firearm|revolver|noose|rope|razor|razors|blade)(?! (?:range|show|shop|safe|store|control|company|street))|pull the trigger|(?:bullet|gun) (?:in|to|through|at|against) (?:my|me)|loaded gun|blow my (?:brains|head)`,
    `(?:noose|around my neck|belt around|tied (?:a|the|up a) (?:rope|knot|noose|sheet))|(?:razor|blade|knife|glass) (?:\\w+ )?(?:to|on|against|at|in) my (?:hand|hands|wrists?|arm|skin|throat|neck|leg|thigh)|bought (?:a |some )?(?:rope|razors)`,
    `(?:jump|jumping|leap|throw myself|throwing myself|step|stepping|walk|walking|fall|drive|driving) (?:\\w+ )?(?:off|from|in front of|into|under|over) (?:of )?(?:a |the |this |that |my |some )?(?:\\w+ )?${HEIGHTS}(?! (?:today was|was bad|again ugh|on my way|to get|jam))|(?:standing|sitting|am|up|here|walking) (?:\\w+ )?(?:on|at|by) (?:the |a |this |top of the )?(?:edge of (?:the |a )?)?${HEIGHTS}(?! (?:seat|job|in traffic|stuck|traffic|behind|for work|and traffic|again late|on my way|going))(?!.*\\b(?:traffic|stuck|toll|commute|commuting|driving|work)\\b)|(?:drive|crash|run|wreck|driving|crashing) (?:my|the|this) (?:car|truck) (?:into|off)|crash my car|(?:drive|driving|drove|steer|steering|crash|crashing) (?:\\w+ )?into (?:a |the |oncoming )*(?:tree|wall|pole|river|lake|ocean|traffic|barrier|truck)|car running in the garage|carbon monoxide|in front of (?:a|the) (?:train|bus|truck|car)`,
    '(?:pills|bottle|meds|tylenol|razor|knife|gun|rope) (?:\\w+ ){0,4}(?:in my hand|in front of me|ready|lined up|counted|right here|next to me|tonight|calling|looking (?:good|at me)|staring)(?! (?:for pickup|to pick))|(?:saving|saved|stockpil\\w+|hoarding|collecting|counting|counted) (?:up )?(?:all )?(?:my |the )?(?:pills|meds|medication)',
    '(?:drink|drank|drinking|swallow|swallowed|swallowing) (?:\\w+ ){0,2}(?:bleach|antifreeze|drano|rat poison|poison|pesticide)',
  ),
];

const DRUGS =
  '(?:pills|tablets|capsules|meds|medication|medicine|tylenol|advil|ibuprofen|xanax|klonopin|ambien|benadryl|aspirin|acetaminophen|excedrin|oxy|oxys|percs|percocets?|norcos?|fentanyl|heroin|vicodin|trazodone|seroquel|gabapentin|lithium|insulin|bottle|them all|sleeping pills|zoloft|prozac|valium|ativan|adderall|melatonin)';
const TAKE =
  '(?:took|taken|take|taking|swallowed|swallow|swallowing|popped|popping|downed|ate|drank|having taken|just took)';
const MUCH =
  '(?:all|too many|too much|a bunch|bunch|whole|entire|handful|handfuls|a lot|lots|every|extra|rest|twenty|thirty|forty|fifty|sixty|hundred|dozen|dozens|so many|half (?:a|the)|double|\\d{2,3}|way more|more than|couple handfuls|overdose)';

export const OVERDOSE_EN: readonly Rule[] = [
  rule(
    'overdose:named',
    'overdose',
    'overdos\\w*(?! (?:on |of )?(?:sugar|coffee|cookies|pizza|candy|cuteness|netflix|chocolate|caffeine lol|tiktok|cute|work|turkey))|(?<!\\bsemi )o ?d(?:ed|ing| on)|narcan|naloxone|poison control|poisoned (?:myself|me)',
  ),
  rule(
    'overdose:taken',
    'overdose',
    `${TAKE} (?:\\w+ ){0,3}${MUCH} (?:\\w+ ){0,4}${DRUGS}`,
    `${TAKE} (?:\\w+ ){0,2}(?:too much|too many|them all|all of them|the whole (?:bottle|thing|pack)|everything in the (?:cabinet|bottle))(?! (?:time|on|work|of my time|space|at once to handle))`,
    `(?:shot up|injected|used|smoked|snorted|did) (?:way )?too much|(?:fentanyl|laced|bad batch) (?:\\w+ ){0,5}(?:cant|sick|help|numb|pass|breath)|mixed (?:\\w+ ){0,3}(?:pills|xanax|alcohol|vodka|meds) (?:with|and)|${TAKE} (?:\\w+ ){0,3}\\d{3,5} ?(?:mg|milligrams)|washed (?:it|them|the pills) down with`,
  ),
];
