import * as fc from 'fast-check';
import type { ReplyReading } from '#shared/domain/replies/read-reply.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { anySafeHours, anyZone } from './any-session.ts';

/** What a hand-over came to, and whether anybody recorded it. The carrier has the message in the first three. */
const OUTCOMES = [
  'accepted',
  'accepted-but-lost',
  'time-out-but-accepted',
  'time-out',
  'died-before',
  'refused',
  'throttled',
  'not-allowed',
] as const;
export type HandOverOutcome = (typeof OUTCOMES)[number];

const CODES = [
  '21211',
  '21610',
  '30003',
  '30004',
  '30005',
  '30007',
  '30008',
  '30034',
  '20429',
  'mail-complained',
] as const;
const TEXTS = [
  '1',
  'ok thanks',
  '2',
  'call me',
  'stop',
  'STOP please leave me alone',
  'stop texting me, i cannot do this any more',
  'end it',
  'start',
  'yes',
  'help',
  'wrong number',
  'i want to die',
  'i feel hopeless',
  'not now, busy',
  'what is this?',
];

export type Reading = { text: string; reading: ReplyReading };
const anyReading: fc.Arbitrary<Reading> = fc
  .constantFrom(...TEXTS)
  .map((text) => ({ text, reading: readReply(text, { asked: 'check-in' }) }));

const ago = fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: 0, max: 3 * 86_400_000 }));
const nth = fc.nat({ max: 40 });
const reach = fc.record({ contact: fc.nat({ max: 1 }), safeHours: anySafeHours });

const clockSteps = [
  fc.record({ do: fc.constant('wake' as const) }),
  fc.record({ do: fc.constant('wake-when-due' as const), lateMinutes: fc.constantFrom(0, 0, 0, 1, 30, 600) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 13, 60, 300, 1500, 9000) }),
];
const senderSteps = [
  fc.record({
    do: fc.constant('send' as const),
    nth,
    outcome: fc.oneof(
      { arbitrary: fc.constant('accepted' as const), weight: 6 },
      fc.constantFrom(...OUTCOMES),
    ),
    code: fc.constantFrom(...CODES),
    reason: fc.constantFrom(
      'daily-cap',
      'outside-window',
      'suppressed-own',
      'suppressed-other',
      'suppressed-in-doubt',
      'unknown-contact',
    ),
    told: fc.constantFrom('at-once' as const, 'at-once' as const, 'later' as const),
  }),
  fc.record({ do: fc.constant('tell-result' as const) }),
  fc.record({
    do: fc.constant('ask-carrier' as const),
    nth,
    says: fc.constantFrom('truth', 'truth', 'cannot-say'),
  }),
  fc.record({
    do: fc.constant('receipt' as const),
    nth,
    status: fc.constantFrom('sent' as const, 'delivered' as const, 'undelivered' as const, 'failed' as const),
    code: fc.constantFrom(...CODES),
  }),
];
const clientSteps = [
  fc.record({
    do: fc.constant('reply' as const),
    reading: anyReading,
    by: fc.constantFrom('sms' as const, 'sms' as const, 'sms' as const, 'link' as const),
    ago,
  }),
  fc.record({ do: fc.constant('start' as const), ago }),
];
const agencySteps = [
  fc.record({
    do: fc.constant('revoke' as const),
    channel: fc.constantFrom('sms' as const, 'email' as const, 'all' as const),
    ago,
  }),
  fc.record({
    do: fc.constant('hold' as const),
    why: fc.constantFrom('admission' as const, 'custody' as const, 'request' as const, 'death' as const),
    ago,
  }),
  fc.record({ do: fc.constant('lift' as const), ago }),
  fc.record({ do: fc.constant('reopen' as const), ago }),
  fc.record({
    do: fc.constant('human-contact' as const),
    outcome: fc.constantFrom(
      'reached' as const,
      'left-message' as const,
      'not-reached' as const,
      'declined' as const,
    ),
    ago,
  }),
  fc.record({
    do: fc.constant('case-closed' as const),
    outcome: fc.constantFrom('reached' as const, 'not-reached' as const, 'passed-on' as const),
    ago,
  }),
  fc.record({
    do: fc.constant('contact-changed' as const),
    sms: fc.option(reach, { nil: undefined }),
    email: fc.option(reach, { nil: undefined }),
    zone: fc.option(anyZone, { nil: undefined }),
    ago,
  }),
  fc.record({ do: fc.constant('supersede' as const), declined: fc.boolean() }),
];
const machineSteps = [
  fc.record({ do: fc.constant('carried-out' as const) }),
  fc.record({ do: fc.constant('again' as const), nth }),
];

/** One thing that happens to a follow-up, chosen so that most of them find something to happen to. */
const anyStep = fc.oneof(
  ...clockSteps.map((arbitrary) => ({ arbitrary, weight: 12 })),
  ...senderSteps.map((arbitrary) => ({ arbitrary, weight: 8 })),
  ...clientSteps.map((arbitrary) => ({ arbitrary, weight: 4 })),
  ...agencySteps.map((arbitrary) => ({ arbitrary, weight: 1 })),
  ...machineSteps.map((arbitrary) => ({ arbitrary, weight: 4 })),
);
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

export const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 60, size: 'max' });
