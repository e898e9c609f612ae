import { orNothing, without } from './leave-out.js';
import { consentsOf, contactsOf } from './session-contacts.js';
import { instantOf } from './times.js';

/** @typedef {import('./session-fields.js').Choices} Choices */
/** @typedef {import('./session-contacts.js').Read} Read */

/**
 * The event as the form stands, and which field stands for which path of it.
 * @param {HTMLFormElement} form
 * @param {Choices} choices
 * @param {number} now virtual, epoch ms
 */
export function readSession(form, choices, now) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => wordsOf(data.get(name)).trim();
  const isOn = (/** @type {string} */ name) => data.has(name);
  const all = (/** @type {string} */ name) => data.getAll(name).map(wordsOf);
  const read = { text, isOn };
  const closedAt = text('closed-at')
    ? instantOf(text('closed-at'), choices.zone)
    : new Date(now).toISOString();
  const { contacts, contactFields } = contactsOf(read, closedAt);
  const { consents, consentFields } = consentsOf(read, closedAt, choices.wordingVersion);
  const event = {
    type: 'handrail.session-closed',
    version: 1,
    id: `evt-${text('session') || 'unnamed'}-${Date.parse(closedAt) || now}`,
    agencyId: choices.agencyId,
    sessionId: text('session'),
    closedAt,
    client: without({
      ref: text('ref'),
      preferredName: text('name'),
      language: text('language'),
      timeZone: text('zone'),
      zip: text('zip'),
      birthYear: number(text('birth-year')),
    }),
    contacts,
    consents,
    risk: without({
      tier: text('tier'),
      safetyPlan: text('safety-plan'),
      meansSafetyDiscussed: text('means') === '' ? undefined : text('means') === 'yes',
    }),
    ...without({
      distress: orNothing(
        without({ before: number(text('distress-before')), after: number(text('distress-after')) }),
      ),
      needs: all('needs'),
      flags: all('flags'),
      owner: text('owner') ? { staffId: text('owner') } : undefined,
      protocol: text('protocol'),
      offer: text('offer'),
      disposition: text('disposition'),
      ifQuiet: ifQuietOf(read),
      permission:
        text('permission-basis') || text('permission-by')
          ? { basis: text('permission-basis'), by: text('permission-by') }
          : undefined,
    }),
  };
  return { event, fields: { ...fixedFields, ...contactFields, ...consentFields } };
}

/** @type {Readonly<Record<string, string>>} */
const fixedFields = {
  sessionId: 'session',
  closedAt: 'closed-at',
  client: 'ref',
  'client.ref': 'ref',
  'client.preferredName': 'name',
  'client.language': 'language',
  'client.timeZone': 'zone',
  'client.zip': 'zip',
  'client.birthYear': 'birth-year',
  contacts: 'phone',
  'risk.tier': 'tier',
  'risk.safetyPlan': 'safety-plan',
  'risk.meansSafetyDiscussed': 'means',
  'distress.before': 'distress-before',
  'distress.after': 'distress-after',
  needs: 'needs',
  flags: 'flags',
  owner: 'owner',
  protocol: 'protocol',
  offer: 'offer',
  disposition: 'disposition',
  'ifQuiet.supportPerson.name': 'support-name',
  'ifQuiet.supportPerson.phone': 'support-phone',
  'permission.basis': 'permission-basis',
  'permission.by': 'permission-by',
};

/** @param {Read} read */
function ifQuietOf({ text, isOn }) {
  const supportPerson =
    text('support-name') || text('support-phone')
      ? { name: text('support-name'), phone: text('support-phone'), mayKnow: 'only-that-we-called' }
      : undefined;
  return orNothing(
    without({
      call: isOn('quiet-call') ? true : undefined,
      noPolice: isOn('no-police') ? true : undefined,
      supportPerson,
    }),
  );
}

/** What is not a number goes as it is, so that the schema can say so.
 * @param {string} words
 */
const number = (words) => (words === '' ? undefined : /^-?\d+$/.test(words) ? Number(words) : words);

/** @param {FormDataEntryValue | null} value */
const wordsOf = (value) => (typeof value === 'string' ? value : '');
