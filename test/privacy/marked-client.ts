import type { Marker } from './find-markers.ts';

/** An invented client whose every personal field is a marker, and the events that hold them. */
export type MarkedClient = {
  readonly ref: string;
  readonly sessionId: string;
  readonly phone: string;
  readonly email: string;
  readonly markers: readonly Marker[];
  /** The closed session as the agency sends it; say what differs. */
  readonly closed: (different?: Record<string, unknown>) => Record<string, unknown>;
  /** What is said later of the same session. */
  readonly later: (type: string, at: string, more?: Record<string, unknown>) => Record<string, unknown>;
  /** Words that only this client could have said, as a marker of `what`. */
  readonly says: (what: string) => string;
};

/** Our contract lets it through and the carrier does not: its refusal repeats it. */
export const STRANGE_NUMBER = '+1555019';
export const LANGUAGE_TAG = 'qzxtong';

const CLOSED_AT = '2026-11-23T18:40:00Z';
const SAID = ['in a text', 'in an urgent text', 'on a page', 'in an unsigned text', 'in a lost text'];

/** Of a number from 0 to 19; each has values of its own. */
export function aMarkedClient(number: number): MarkedClient {
  const letter = `${String.fromCharCode(97 + Math.floor(number / 10))}${String.fromCharCode(97 + (number % 10))}`;
  const own = (word: string) => `Qzx${word}${letter}`;
  const phone = `+1410555${String(150 + number).padStart(4, '0')}`;
  const email = `qzxmail.${letter}@example.org`;
  const [ref, sessionId] = [own('ref'), own('session')];
  const markers: Marker[] = [];
  const mark = <Value extends string>(field: string, value: Value): Value => {
    markers.push({ field: `${field} of client ${number}`, value });
    return value;
  };
  for (const [field, value] of Object.entries({ phone, email, ref, 'session id': sessionId }))
    mark(field, value);
  mark('event id', own('event'));
  SAID.forEach((what, index) => mark(`words ${what}`, own(`said${index}x`)));
  const session = {
    agencyId: 'riverbend',
    sessionId,
    version: 1,
    'x-note': mark('loose field', own('loose')),
  };
  const fields = personalFields(number, own, mark);
  const closed = {
    ...session,
    type: 'handrail.session-closed',
    id: own('event'),
    closedAt: CLOSED_AT,
    client: { ref, language: 'en', timeZone: 'America/New_York', ...fields.client },
    contacts: [
      { channel: 'sms', value: phone, safety: 'safe', confirmedAt: CLOSED_AT, ...fields.contact },
      { channel: 'email', value: email, safety: 'safe', confirmedAt: CLOSED_AT },
    ],
    consents: ['sms', 'email'].map((channel) => ({
      channel,
      purpose: 'follow-up',
      givenAt: CLOSED_AT,
      method: 'verbal',
      wordingVersion: '2026-01',
      ...fields.consent,
    })),
    risk: { tier: 'moderate', meansSafetyDiscussed: true, safetyPlan: 'complete', ...fields.risk },
    ...fields.session,
  };
  return {
    ref,
    sessionId,
    phone,
    email,
    markers,
    closed: (different = {}) => ({ ...closed, ...different }),
    later: (type, at, more = {}) => ({ ...session, type: `handrail.${type}`, id: own('event'), at, ...more }),
    says: (what) => own(`said${SAID.indexOf(what)}x`),
  };
}

type Own = (word: string) => string;
type Mark = (field: string, value: string) => string;

/** Everything in an event that is about a person beside how to reach them; what the contract lets through, too. */
function personalFields(number: number, own: Own, mark: Mark) {
  const person = {
    name: mark('support person', `${own('friend')} O’Néill`),
    phone: mark('support person’s phone', `+1443555${String(170 + number).padStart(4, '0')}`),
  };
  return {
    client: {
      preferredName: mark('preferredName', `Zoë ${own('name')}`),
      zip: mark('zip', String(98_100 + number)),
      birthYear: Number(mark('birthYear', String(1931 + number))),
      pronouns: mark('loose field of the client', own('pronoun')),
    },
    contact: { label: mark('loose field of a contact', own('label')) },
    consent: { witness: mark('loose field of a consent', own('witness')) },
    risk: {
      source: mark('risk source', own('source')),
      note: mark('loose field of the risk', own('risknote')),
    },
    session: {
      needs: [mark('need', own('need').toLowerCase())],
      problem: [mark('problem', own('problem'))],
      owner: { staffId: 'st-12', name: mark('owner’s name', own('owner')) },
      ifQuiet: { call: true, supportPerson: person, noPolice: true },
      disposition: 'home',
      plan: {
        warningSigns: [mark('warning sign', own('warning'))],
        coping: [mark('coping', own('coping'))],
        reasons: [mark('reason', own('reason'))],
      },
      permission: { basis: mark('permission basis', own('basis')), by: mark('permission by', own('parent')) },
    },
  };
}

/** What two people agreed on: such a client is left to people, and the words are kept nowhere but in the event. */
export function agreedWords(number: number): { fields: Record<string, string>; markers: Marker[] } {
  const fields = {
    alias: `Qzxalias${number}`,
    codePhrase: `Qzxphrase${number}`,
    duressWord: `Qzxduress${number}`,
  };
  const markers = Object.entries(fields).map(([field, value]) => ({
    field: `${field} of client ${number}`,
    value,
  }));
  return { fields, markers };
}
