import * as fc from 'fast-check';
import type { ClosedSession, OfferedContact } from '#shared/domain/enrolment/closed-session.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Hours } from '#shared/domain/time/contact-window.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

const DAY = 86_400_000;
const at = (text: string) => Date.parse(text);

/** Names that may stand in a text to the client, and nowhere on the record. */
export const CLIENT_NAME = 'Marker-Maya';
export const STAFF_NAME = 'Marker-Sam';

export const anyZone = fc.constantFrom(
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Guam',
  'Africa/Casablanca',
);

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
const agencyHours: readonly Hours[] = [
  [{ from: '09:00', to: '20:00' }],
  [{ from: '09:00', to: '17:00', days: WEEKDAYS }],
  [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  [{ from: '00:00', to: '24:00' }],
  [{ from: '01:00', to: '03:30' }],
];
const safeHours: readonly Hours[] = [
  [{ from: '09:00', to: '15:00', days: WEEKDAYS }],
  [{ from: '10:00', to: '11:00' }],
  [{ from: '12:00', to: '24:00' }],
  [{ from: '21:00', to: '22:00', days: ['SA'] }],
];

/** A moment of two years, often within days of a night on which clocks change. */
export const anyMoment = fc.oneof(
  fc.integer({ min: at('2026-01-05T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }),
  fc
    .tuple(
      fc.constantFrom('2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z', '2027-04-03T15:00:00Z'),
      fc.integer({ min: -3 * DAY, max: DAY }),
    )
    .map(([edge, step]) => at(edge) + step),
);

export const anySafeHours = fc.option(fc.constantFrom(...safeHours), { nil: undefined, freq: 2 });

export const anyProgramme: fc.Arbitrary<Programme> = fc
  .record({
    contactWindow: fc.oneof(fc.constant(agencyHours[0] ?? []), fc.constantFrom(...agencyHours)),
    email: fc.oneof({ arbitrary: fc.constant(true), weight: 5 }, fc.constant(false)),
    live: fc.oneof({ arbitrary: fc.constant(true), weight: 12 }, fc.constant(false)),
    optOut: fc.constantFrom('carrier' as const, 'self' as const),
  })
  .map(({ live, ...rest }) => aProgramme({ ...rest, sending: { mode: live ? 'live' : 'off' } }));

export const anySession: fc.Arbitrary<ClosedSession> = fc
  .record({
    tier: fc.constantFrom('low' as const, 'moderate' as const, 'high' as const),
    protocol: fc.oneof(
      { arbitrary: fc.constant('post-crisis' as const), weight: 4 },
      fc.constant('caring-contacts' as const),
    ),
    closedAt: anyMoment,
    zones: fc.uniqueArray(anyZone, { minLength: 1, maxLength: 2 }),
    channels: fc.constantFrom(['sms'] as const, ['sms', 'email'] as const, ['email'] as const),
    safeHours: anySafeHours,
    fresh: fc.boolean(),
    disposition: fc.constantFrom('home' as const, 'home' as const, 'inpatient' as const),
    language: fc.constantFrom('en', 'es'),
    callIfQuiet: fc.boolean(),
    after: fc.integer({ min: 0, max: 10 }),
  })
  .map(sessionOf);

type Drawn = Pick<ClosedSession, 'tier' | 'closedAt' | 'zones' | 'language' | 'callIfQuiet'> & {
  protocol: NonNullable<ClosedSession['protocol']>;
  channels: readonly ('sms' | 'email')[];
  safeHours: Hours | undefined;
  fresh: boolean;
  disposition: 'home' | 'inpatient';
  after: number;
};

function sessionOf({ channels, safeHours, fresh, after, ...drawn }: Drawn): ClosedSession {
  return {
    ...drawn,
    followUpId: 'fu#one',
    eventId: 'evt-1',
    agencyId: 'riverbend',
    sessionId: 'S-1',
    clientRef: 'C-1',
    name: CLIENT_NAME,
    zoneConfidence: 'stated',
    contacts: channels.map((channel): OfferedContact => ({
      channel,
      contactId: `ct-${channel}-0`,
      safety: 'safe',
      ...(safeHours && { safeHours }),
      shared: false,
      hasAgreedWords: false,
      ...(fresh && { confirmedAt: drawn.closedAt }),
      suppressed: false,
      usedByAnother: false,
    })),
    consents: channels.map((channel) => ({
      channel,
      purpose: 'follow-up',
      wordingVersion: '2026-01',
      givenAt: drawn.closedAt,
    })),
    safetyPlan: 'partial',
    distress: { before: 8, after },
    flags: [],
    owner: { staffId: 'st-12', name: STAFF_NAME },
    permissionGiven: false,
  };
}
