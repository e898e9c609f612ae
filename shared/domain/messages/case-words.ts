import type { CaseOutcome, CaseReason, Priority } from '../case/case.ts';

/** Why a person is needed, and what to do about it, as one says it to a colleague. */
export const CASE_REASONS = {
  'urgent-words': {
    what: 'The client wrote words that may mean danger.',
    next: 'Reach the client now, as your emergency protocol says.',
  },
  'distress-words': { what: 'The client wrote words of distress.', next: 'Call the client.' },
  'reply-to-read': {
    what: 'The client wrote something that a person should read.',
    next: 'Read it, and answer the client if it needs an answer.',
  },
  'asked-for-call': { what: 'The client asks for a call.', next: 'Call the client.' },
  'missed-check-in': { what: 'The client did not answer a check-in.', next: 'Call the client.' },
  'opted-out': {
    what: 'The client ended our messages.',
    next: 'Decide whether a person should call; no message will go out.',
  },
  'wrong-number': {
    what: 'The number or address may belong to somebody else.',
    next: 'Do not write to it. Find out how to reach the client.',
  },
  'reading-failed': { what: 'The computer could not read a message.', next: 'Read it yourself.' },
  'unknown-sender': {
    what: 'Somebody wrote who is in no open follow-up.',
    next: 'Read the message and decide who answers it.',
  },
  'not-sent': { what: 'A check-in was not sent.', next: 'Call the client in its place.' },
  'not-delivered': {
    what: 'A check-in did not reach the client.',
    next: 'Call the client in its place, and check how they can be reached.',
  },
  'contact-repair': {
    what: 'Messages do not reach the client any more.',
    next: 'Find out how to reach the client.',
  },
  'outcome-unknown': {
    what: 'Nobody knows whether a message reached the client.',
    next: 'Look at the carrier, or call the client.',
  },
  'high-tier-call': { what: 'The plan asks for a call to this client.', next: 'Call the client.' },
  'safety-plan-incomplete': {
    what: 'The safety plan was not complete when the session closed.',
    next: 'Complete it with the client.',
  },
  'means-safety-not-discussed': {
    what: 'Safety around means was not talked about in the session.',
    next: 'Talk about it with the client.',
  },
  declined: {
    what: 'No automatic follow-up was started after the session.',
    next: 'Decide how a person follows up.',
  },
  held: { what: 'The follow-up is on hold.', next: 'Decide how it goes on.' },
} as const satisfies Record<CaseReason, { what: string; next: string }>;

export const CASE_OUTCOMES = {
  reached: 'I reached the client',
  'left-message': 'I left a message',
  'not-reached': 'I could not reach the client',
  'emergency-services': 'I called emergency services',
  'passed-on': 'I passed it on to a colleague',
  'not-needed': 'Nothing was needed',
} as const satisfies Record<CaseOutcome, string>;

export const PRIORITIES = {
  urgent: 'Urgent',
  high: 'High',
  routine: 'Routine',
} as const satisfies Record<Priority, string>;

/** What an answer meant, where its code is not plain enough. */
export const ANSWER_MEANINGS: Readonly<Record<string, string>> = {
  ok: 'doing ok',
  'so-so': 'so-so',
  'call-me': 'asks for a call',
  unclear: 'own words',
  'opt-out': 'asked us to stop',
  'ambiguous-opt-out': 'may have asked us to stop',
};
