import type { TextId } from './text-ids.ts';

/**
 * Texts in English, one GSM-7 segment each. `[…]` is left out when a value in it is missing or when it would cost a second segment.
 * No text promises that anyone notices silence, and none names a service, a diagnosis or a need.
 */
export const textsEn = {
  first:
    "Hi[ {name}], it's[ {staff} at] {program}, as agreed.[ How is today?] Sent by computer; people read replies {hours}. Any time: 988. STOP ends texts.",
  'first-discreet':
    'Hi, this is the text we said we would send. How is today? A computer sends these; people read replies {hours}. Reply STOP to end texts.',
  check:
    'Hi[ {name}], {program} checking in as we agreed. How is today? Reply 1 doing ok, 2 so-so, 3 please call me. Or write your own words.',
  'check-with-stop':
    'Hi[ {name}], {program} checking in as we agreed. How is today? Reply 1 ok, 2 so-so, 3 call me, or your own words. STOP ends texts.',
  retry:
    'Hi[ {name}], {program} again. No need to say much. Reply 1 ok, 2 so-so, 3 call me. You can also reach us at {phone}.',
  'retry-with-call':
    'Hi[ {name}], {program} again. Reply 1 ok, 2 so-so, 3 call me. If not, one of us may call {when} from {phone}.',
  ended:
    'Hi[ {name}], {program} here. This is our last check-in text. You can call us at {phone}. Any time: call or text 988. Take care.',

  'caring-first':
    "Hi[ {name}], it's[ {staff} at] {program}. We are thinking of you. Sent by computer, read by people {hours}. Any time: 988. STOP ends texts.",
  'caring-1': 'Hi[ {name}], {program} here. We were glad to talk with you. No need to answer this.',
  'caring-2': 'Hi[ {name}]. A short hello from {program}. We hope something small goes well today.',
  'caring-3': 'Hello[ {name}], {program} here. Just a note to say that you matter to us.',
  'caring-4': 'Hi[ {name}], you came to mind. Warm wishes from all of us at {program}. STOP ends texts.',
  'caring-5': 'Hi[ {name}]. Some weeks are long. We are glad that you are here. From {program}.',
  'caring-6': 'Hello[ {name}]. Sending you a kind thought from {program}. Nothing to do, nothing to answer.',
  'caring-7': 'Hi[ {name}], {program} here. It was good to meet you, and we still think of you.',
  'caring-8': 'Hi[ {name}]. A wave from {program}. May today have a quiet moment in it. STOP ends texts.',
  'caring-9': 'Hello[ {name}], {program} here. Time has gone by and you are still on our minds.',
  'caring-10': 'Hi[ {name}]. However this week is going, we wish you well. From all of us at {program}.',
  'caring-11':
    'Hi[ {name}], just {program} saying hello. We like to hear from you, and it is fine not to write.',
  'caring-12':
    'Hello[ {name}]. The seasons turn, and we wish you a good one. From {program}. STOP ends texts.',
  'caring-ending':
    'Hi[ {name}], {program} here. We will send one more note like this, and then they end. It has been good to be in touch.',
  'caring-last':
    'Hi[ {name}], this is the last note from {program}. You can call us at {phone}. Any time: call or text 988. We wish you well.',

  'ok-thanks': 'Thank you[, {name}]. It is good to hear from you. No need to answer this one.',
  'so-so':
    'Thank you for telling us[, {name}]. People read replies {hours}. If it gets harder, call or text 988 any time.',
  'call-me':
    'Got it. Someone from {program} will call you {when} from {phone}. If that is too long, call or text 988 any time.',
  'other-words':
    'Thank you for writing. This is an automatic answer, not an emergency line. A person will read your text {hours}. Any time: call or text 988.',
  late: 'Thank you for writing[, {name}]. We got it, and it is not too late. People read replies {hours}. Any time: call or text 988.',
  help: '{program}: check-ins by text. Need help now? Call or text 988 any time. In danger? Call 911. Office: {phone}. Reply STOP to end texts.',
  stop: 'You are opted out and will get no more texts from {program}. Reply START to turn them back on. 988 is open 24/7 by call or text.',
  'stop-discreet': 'You will get no more texts from this number.',
  start:
    'Texts from {program} are on again. People read replies {hours}. Any time: call or text 988. Reply STOP to end texts.',
  'discreet-ack': 'Got your text. Thanks.',
  'safe-answer':
    'This is an automatic answer. People read texts to this number {hours}. Any time, you can call or text 988. In danger now? Call 911.',

  urgent:
    "This is an automatic answer. We are paging a person on our team now. Please don't wait for us: call or text 988. In danger now? Call 911.",
  'urgent-911':
    'This is an automatic answer. Please call 911 now, if you safely can. We are also paging a person on our team. You can text 988, too.',
  'urgent-911-overdose':
    'This is an automatic answer. Please call 911 now. Poison Help is 1-800-222-1222. We are also paging a person on our team.',
  nobody:
    'This is an automatic answer. No one on our team can answer right now. Please call or text 988, they are there day and night. In danger now? Call 911.',
  'nobody-911':
    'This is an automatic answer. Please call 911 now, if you safely can. No one on our team can answer right now. You can text 988, too.',
  'nobody-911-overdose':
    'This is an automatic answer. Please call 911 now. Poison Help is 1-800-222-1222. No one on our team can answer right now.',
  unacknowledged:
    "We have not reached anyone on our team yet. We keep trying. Please don't wait for us: call or text 988. In danger now? Call 911.",
} as const satisfies Record<TextId, string>;
