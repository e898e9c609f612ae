/** @typedef {import('./live.js').Client} Client */

/** Numbers that the rehearsal's agency itself uses, or that are in use elsewhere in it. */
const taken = new Set(['100', '120', '131', '177', '199']);

const samples = {
  answers: {
    name: 'Maya',
    language: 'en',
    zone: 'America/New_York',
    zip: '21201',
    email: 'maya@example.org',
    'distress-before': '8',
    'distress-after': '5',
    tier: 'moderate',
  },
  spanish: {
    name: 'Luz',
    language: 'es',
    zone: 'America/Chicago',
    zip: '',
    email: 'luz@example.org',
    'distress-before': '9',
    'distress-after': '6',
    tier: 'high',
  },
};

/** @typedef {keyof typeof samples} SampleName */

/**
 * What to put into which field for an invented person, with a number and a phone that nobody else has yet.
 * @param {SampleName} name
 * @param {readonly Client[]} clients
 * @returns {Record<string, string | boolean>}
 */
export function sampleOf(name, clients) {
  return {
    ...samples[name],
    ...freshNumbers(clients),
    'phone-safety': 'safe',
    'email-safety': 'safe',
    'hours-from': '09:00',
    'hours-to': '20:00',
    'phone-confirmed': true,
    'sms-consent': true,
    'email-consent': true,
    'safety-plan': 'complete',
    means: 'yes',
    'quiet-call': true,
    owner: 'st-12',
  };
}

/**
 * A client number, a session and a phone that no client has yet.
 * @param {readonly Client[]} clients
 */
export function freshNumbers(clients) {
  const refs = new Set(clients.map(({ ref }) => ref));
  const phones = new Set(clients.map(({ phone }) => phone));
  const count = firstFree((n) => refs.has(`C-${101 + n}`));
  const last = firstFree((n) => taken.has(digits(n)) || phones.has(`+14105550${digits(n)}`));
  return { ref: `C-${101 + count}`, session: `S-${1001 + count}`, phone: `+14105550${digits(last)}` };
}

const digits = (/** @type {number} */ n) => String(100 + ((n + 34) % 100));

/** @param {(n: number) => boolean} isTaken */
function firstFree(isTaken) {
  let n = 0;
  while (n < 99 && isTaken(n)) n += 1;
  return n;
}
