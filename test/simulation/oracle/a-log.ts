import { hash } from 'node:crypto';
import type { Known, Meaning, Seen } from '../what-was-seen.ts';
import { documentOf } from './ids.ts';
import { canonical } from './record.ts';

/** An invented agency in New York; windows 9 to 20, quiet hours 21 to 8, staff from 9 to 5 on weekdays. */
export const KNOWN: Known = {
  seed: 1,
  from: Date.parse('2027-03-01T00:00:00Z'),
  until: Date.parse('2027-04-20T00:00:00Z'),
  agencyId: 'riverbend',
  agencyZone: 'America/New_York',
  contactWindow: { from: '09:00', to: '20:00' },
  dailyCap: 3,
  quietHours: { from: '21:00', to: '08:00' },
  staffedHours: { from: '09:00', to: '17:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
  ladder: [
    { staffId: 'st-20', waitMinutes: 15 },
    { staffId: 'st-31', waitMinutes: 15 },
  ],
  clockSkew: 0,
};

export const PHONE = '+14105550134';
export const SESSION = documentOf('riverbend', 'S-1');
export const CASE = SESSION.replace('fu#', 'case#');
export const message = (step: string, attempt = 1, channel = 'sms'): string =>
  `${SESSION}~${step}~${attempt}~${channel}`;

/** As a check-in reads that goes to somebody who speaks English. */
export const aText = (messageId: string): string => `Hi, Riverbend Care here, ${messageId}`;

type Fact = { kind: string; by?: string; why?: string; detail?: object };
type Event = { type: string; sessionId?: string; [field: string]: unknown };

const at = (time: string): number => Date.parse(time);

/** Writes down what outsiders see of one client, in whatever order, by hand. */
export function aLog(known: Known = KNOWN) {
  const seen: Seen[] = [];
  const heads = new Map<string, { seq: number; hash: string }>();
  let requests = 0;
  const log = {
    known,
    /** In order of time. */
    seen: (): Seen[] => seen.toSorted((one, other) => one.at - other.at),
    sees(...more: Seen[]) {
      seen.push(...more);
      return log;
    },
    event(time: string, event: Event, { person = 'C-1', zones = ['America/New_York'] } = {}) {
      const wire = { agencyId: 'riverbend', sessionId: 'S-1', id: `evt-${seen.length}`, ...event };
      return log.sees({ at: at(time), kind: 'event-accepted', person, event: wire, zones });
    },
    /** The carrier is asked, takes it, and it reaches the phone. */
    texted(time: string, messageId: string, { to = PHONE, text = aText(messageId), validHours = 4 } = {}) {
      requests += 1;
      const common = { at: at(time), request: requests, messageId, to, text };
      const sid = `SM-${requests}`;
      return log.sees(
        { ...common, kind: 'carrier-asked', validForSeconds: validHours * 3600 },
        { ...common, kind: 'carrier-took', sid, validUntil: at(time) + validHours * 3_600_000 },
        { at: at(time) + 2_000, kind: 'phone-got', sid, to, text, by: 'handrail' },
      );
    },
    says(time: string, sid: string, means: Meaning, body: string = means) {
      const common = { at: at(time), sid };
      return log.sees(
        { ...common, kind: 'client-texted', person: 'C-1', from: PHONE, body, means },
        { ...common, at: common.at + 500, kind: 'text-taken' },
      );
    },
    records(time: string, document: string, ...told: Fact[]) {
      const head = heads.get(document) ?? { seq: 0, hash: '' };
      const facts = told.map((fact) => ({ at: at(time), by: 'machine', ...fact }));
      const entry = { document, seq: head.seq + 1, facts };
      const own = hash('sha256', `${head.hash}${canonical(entry)}`, 'base64url');
      heads.set(document, { seq: entry.seq, hash: own });
      return log.sees({ at: at(time), kind: 'recorded', ...entry, previous: head.hash, hash: own });
    },
    alerted(time: string, caseId: string, step = 0, priority = 'high') {
      const staffId = known.ladder[step]?.staffId ?? '';
      return log.sees({ at: at(time), kind: 'alert', step, staffId, caseId, priority, reached: true });
    },
    acknowledged(time: string, caseId: string) {
      return log.sees({ at: at(time), kind: 'acknowledged', staffId: 'st-20', caseId });
    },
    closed(time: string, caseId: string, outcome = 'reached') {
      return log.sees({ at: at(time), kind: 'closed', staffId: 'st-20', caseId, outcome });
    },
  };
  return log;
}

export type Log = ReturnType<typeof aLog>;
