import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { WireEvent } from '../what-was-seen.ts';
import { MOST_CLIENTS, telephone } from './places.ts';
import { SETTINGS } from './settings.ts';
import type { Life } from './person.ts';

/** An event of the agency, when its system first sends it, and the zones that it speaks of. */
export type Planned = {
  readonly at: number;
  readonly event: WireEvent;
  readonly zones: readonly string[];
  readonly malformed?: true;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const iso = (at: number): string => new Date(at).toISOString();

const SAFE_HOURS = [
  [{ from: '12:00', to: '15:00' }],
  [{ from: '16:00', to: '20:30' }],
  [{ from: '07:00', to: '11:30', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
  [
    { from: '10:00', to: '11:00' },
    { from: '18:00', to: '22:00' },
  ],
];

/** A closed session as most are: some are declined, imminent, unsafe to contact, or in a language that we do not write. */
export function aSession(life: Life, closedAt: number, random: Random, agencyId: string, nth = 1): Planned {
  const { place, ref, name } = life;
  const sessionId = `S-${life.nth}-${nth}`;
  const event = {
    type: 'handrail.session-closed',
    version: 1,
    id: `evt-${sessionId}-${closedAt}`,
    agencyId,
    sessionId,
    closedAt: iso(closedAt),
    client: {
      ref,
      ...(random.chance(0.8) && { preferredName: name }),
      language: random.pick([
        'en',
        'en',
        'en',
        'en',
        'en',
        'en',
        'en',
        'es',
        'es-MX',
        ...(random.chance(0.2) ? ['vi'] : []),
      ]),
      ...(place.timeZone && { timeZone: place.timeZone }),
      ...(place.zip && { zip: place.zip }),
    },
    contacts: contactsOf(life, closedAt, random),
    consents: consentsOf(closedAt, random),
    risk: riskOf(random),
    distress: { before: random.between(3, 10), after: random.between(0, 10) },
    flags: random.chance(0.03) ? [random.pick(['do-not-contact', 'minor', 'ipv', 'shared-phone'])] : [],
    owner: { staffId: 'st-12' },
    protocol: random.chance(0.08) ? 'caring-contacts' : 'post-crisis',
    ...(random.chance(0.03) && { offer: random.pick(['declined', 'not-offered']) }),
    ...(random.chance(0.02) && { disposition: random.pick(['inpatient', 'custody']) }),
    ...(random.chance(0.5) && { ifQuiet: { call: true } }),
  };
  // An area code says where somebody is only if the number was given; else it is the agency's own clock.
  const byPhone = place.by !== 'area-code' || event.contacts.some(({ channel }) => channel === 'sms');
  const zones = byPhone ? place.zones : [SETTINGS.timeZone];
  return { at: closedAt + random.between(1, 40) * MINUTE, event, zones };
}

function riskOf(random: Random) {
  return {
    tier: random.weighted({ low: 30, moderate: 45, high: 22, imminent: 3 }),
    source: 'cssrs',
    meansSafetyDiscussed: random.chance(0.85),
    safetyPlan: random.weighted({ complete: 75, partial: 15, none: 10 }),
  };
}

function contactsOf({ phone, email }: Life, at: number, random: Random) {
  const safety = () => random.weighted({ safe: 95, unknown: 3, unsafe: 2 });
  const confirmedAt = () => (random.chance(0.85) ? { confirmedAt: iso(at - 10 * MINUTE) } : {});
  const hours = random.chance(0.12) ? { safeHours: random.pick(SAFE_HOURS) } : {};
  return [
    ...(random.chance(0.93)
      ? [{ channel: 'sms', value: phone, safety: safety(), ...confirmedAt(), ...hours }]
      : []),
    ...(random.chance(0.55) ? [{ channel: 'email', value: email, safety: safety(), ...confirmedAt() }] : []),
  ];
}

function consentsOf(at: number, random: Random) {
  const consent = (channel: string) => ({
    channel,
    purpose: 'follow-up',
    givenAt: iso(at - 5 * MINUTE),
    method: 'verbal',
    wordingVersion: '2026-01',
  });
  return [
    ...(random.chance(0.96) ? [consent('sms')] : []),
    ...(random.chance(0.9) ? [consent('email')] : []),
  ];
}

type LaterOptions = { random: Random; faults: Faults; agencyId: string; until: number };

/** What the agency says later about the same client: further sessions, holds, human contact, a new number, a stop. */
export function laterEvents(
  life: Life,
  first: Planned,
  { random, faults, agencyId, until }: LaterOptions,
): Planned[] {
  const { sessionId } = first.event;
  const after = (days: number): number => first.at + random.whole(days * DAY) + MINUTE;
  const about = (type: string, at: number, more: object): Planned => ({
    at: at + random.between(0, 20) * MINUTE,
    event: {
      type: `handrail.${type}`,
      version: 1,
      id: `evt-${type}-${sessionId}-${at}`,
      agencyId,
      sessionId,
      at: iso(at),
      ...more,
    },
    zones: [],
  });
  const events: Planned[] = [];
  if (random.chance(0.08)) events.push(aSession(life, after(25), random, agencyId, 2));
  if (random.chance(0.03)) {
    const again = aSession(life, after(10), random, agencyId);
    events.push({ ...again, event: { ...again.event, sessionId } });
  }
  if (random.chance(0.04)) events.push(...hold(about, after(25), random));
  if (random.chance(0.1)) {
    const outcome = random.pick(['reached', 'left-message', 'not-reached']);
    events.push(about('human-contact', after(30), { outcome, channel: 'voice' }));
  }
  if (random.chance(0.03))
    events.push(
      about('consent-revoked', after(25), { channel: random.pick(['sms', 'email', 'all']), how: 'phone' }),
    );
  if (random.chance(0.02)) events.push(about('session-reopened', after(20), {}));
  if (faults.happens('client moves zone', random)) events.push(moved(about, life, after(25)));
  if (faults.happens('event overtakes its closing', random)) events.push(overtaking(about, first, random));
  return events.filter(({ at }) => at < until);
}

type About = (type: string, at: number, more: object) => Planned;

function hold(about: About, at: number, random: Random): Planned[] {
  const why = random.pick(['death', 'admission', 'custody', 'request']);
  const held = about('client-held', at, { why });
  return why === 'death' || random.chance(0.4)
    ? [held]
    : [held, about('hold-lifted', held.at + random.between(1, 8) * DAY, {})];
}

/** Said as the session ended, by another system of the agency, which is quicker than the one that sends the closing. */
function overtaking(about: About, { at, event }: Planned, random: Random): Planned {
  const closedAt = Date.parse(String(event['closedAt']));
  const said = Math.floor((closedAt + at) / 2);
  const planned = random.pick([
    about('consent-revoked', said, { channel: 'all', how: 'phone' }),
    about('client-held', said, { why: 'custody' }),
  ]);
  return { ...planned, at: said };
}

/** A new telephone, which may say that they live elsewhere now. */
function moved(about: About, life: Life, at: number): Planned {
  const { number, zone } = telephone(life.nth + MOST_CLIENTS);
  const confirmedAt = iso(at - MINUTE);
  const planned = about('contact-changed', at, {
    contacts: [{ channel: 'sms', value: number, safety: 'safe', confirmedAt }],
    consents: [
      {
        channel: 'sms',
        purpose: 'follow-up',
        givenAt: confirmedAt,
        method: 'verbal',
        wordingVersion: '2026-01',
      },
    ],
  });
  return { ...planned, zones: life.place.by === 'area-code' ? [zone] : [] };
}
