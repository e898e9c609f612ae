import type { Faults } from '../engine/faults.ts';
import type { PlayOptions } from '../play.ts';
import { aPerson, type Era, type Person, type Script } from '../world/person.ts';
import type { Habit } from '../world/staff.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What differs in one client's life: by what they are written to, what they say, and how long it is looked on. */
export type OneLife = {
  by: 'sms' | 'email';
  script: Script;
  days: number;
  staff?: Habit;
  /** Of carrier and mail service: they settle what a sender that died has left open, unless they are late. */
  receipts?: 'prompt' | 'late';
};

/** A play of one client at moderate tier whom everything reaches, and to whom nothing happens but what is said here. */
export function oneLife({ by, script, days, staff = 'soon', receipts }: OneLife): PlayOptions {
  const lives = (era: Era, faults: Faults): Person[] => {
    const invented = aPerson(0, era, faults);
    const person: Person = { ...invented, phoneIs: 'good', script };
    // Noon in New York.
    const closedAt = era.from + 17 * HOUR;
    return [
      { ...person, events: [{ at: closedAt + MINUTE, event: closing(person, by, closedAt, era), zones }] },
    ];
  };
  const receiptsLateBy = receipts === 'late' ? 3 * HOUR : 0;
  return { seed: 3, clients: 1, days, faults: 'none', staff, lives, receiptsLateBy };
}

const zones = ['America/New_York'];

function closing({ ref, name, phone, email }: Person, channel: OneLife['by'], at: number, { agencyId }: Era) {
  const before = (minutes: number): string => new Date(at - minutes * MINUTE).toISOString();
  const value = channel === 'sms' ? phone : email;
  return {
    type: 'handrail.session-closed',
    version: 1,
    id: 'evt-S-1',
    agencyId,
    sessionId: 'S-1',
    closedAt: before(0),
    client: { ref, preferredName: name, language: 'en', timeZone: zones[0] },
    contacts: [{ channel, value, safety: 'safe', confirmedAt: before(10) }],
    consents: [
      { channel, purpose: 'follow-up', givenAt: before(5), method: 'verbal', wordingVersion: '2026-01' },
    ],
    risk: { tier: 'moderate', source: 'cssrs', meansSafetyDiscussed: true, safetyPlan: 'complete' },
    distress: { before: 6, after: 3 },
    flags: [],
    owner: { staffId: 'st-12' },
    protocol: 'post-crisis',
  };
}
