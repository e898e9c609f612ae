const KM_A_MILE = 1.609344;

/** What `known:value` says, by what stands before the colon. Without a colon the whole code is one key. */
const SAYINGS: Readonly<Record<string, (value: string) => string>> = {
  need: (value) =>
    value.endsWith('-inferred')
      ? `${plain(value.slice(0, -9))} is only read out of its description`
      : value.startsWith('not-')
        ? `not for ${plain(value.slice(4))}`
        : `for ${plain(value)}`,
  distance: (value) => `${(Number.parseFloat(value) / KM_A_MILE).toFixed(1)} miles away`,
  place: (value) => PLACES[value] ?? plain(value),
  language: (value) =>
    value === 'unknown'
      ? 'nobody said which languages are spoken'
      : value === 'interpreters'
        ? 'has interpreters'
        : value.startsWith('not-')
          ? `speaks other languages, not ${languageName(value.slice(4))}`
          : `speaks ${languageName(value)}`,
  age: (value) => (value === 'unknown' ? 'nobody said for which ages' : `for ages ${agesInWords(value)}`),
  audience: (value) =>
    value.startsWith('perhaps-')
      ? `perhaps for ${plain(value.slice(8))} only`
      : value.endsWith('-only')
        ? `for ${plain(value.slice(0, -5))} only (ask whether the client is one)`
        : `for ${plain(value)}`,
  area: (value) => AREAS[value] ?? `takes people from the client’s ${value}`,
  accessibility: (value) =>
    value.endsWith('-unknown')
      ? `nobody said whether it has ${plain(value.slice(0, -8))}`
      : `has ${plain(value)}`,
  cost: (value) => COSTS[value] ?? plain(value),
  documents: () => 'asks for papers',
  phone: () => 'has no telephone',
  contact: () => 'nobody said how to reach it',
  hours: (value) => (value === 'out-of-date' ? 'its hours are out of date' : 'nobody said when it is open'),
  capacity: (value) => capacityInWords(value),
  verified: (value) =>
    value === 'unknown' ? 'nobody said when it was last checked' : `last checked ${plain(value)}`,
  helped: (value) => `${plain(value)} clients sent there were helped`,
  reported: (value) => {
    const [, kind = '', count = ''] = /^(.*)-(\d+)$/.exec(value) ?? [];
    return `clients reported: ${plain(kind)} (${count})`;
  },
  'open-now': () => 'open now',
  'open-when-client-can-call': () => 'open when the client can call',
  'closed-when-client-can-call': () => 'closed when the client can call',
  'opens-within-a-day': () => 'closed now, opens within a day',
  'closed-now': () => 'closed now and for the next day',
};

const PLACES: Readonly<Record<string, string>> = {
  secret: 'its place is secret, so telephone',
  unknown: 'nobody said where it is',
  virtual: 'by telephone or online, from anywhere',
  statewide: 'for the whole state',
  nationwide: 'for the whole country',
  'by-organization': 'placed by the address of its organization',
  'by-zip': 'placed by the middle of its ZIP code',
};

const AREAS: Readonly<Record<string, string>> = {
  unknown: 'nobody said for which area',
  'client-unknown': 'only for some areas (ask where the client lives)',
  nationwide: 'takes people from the whole country',
  shape: 'takes people from where the client lives',
  zip: 'takes people from the client’s ZIP code',
};

const COSTS: Readonly<Record<string, string>> = {
  free: 'free',
  'sliding-scale': 'costs what one can pay',
  fee: 'costs money',
  unknown: 'nobody said what it costs',
};

const CAPACITIES: Readonly<Record<string, string>> = {
  available: 'has places',
  'no-capacity': 'is full',
  waitlist: 'has a waiting list',
  'additional-assessment-required': 'asks for an assessment first',
};

/** A reason of a match as a helpline worker would say it. */
export function reasonInWords(code: string): string {
  const colon = code.indexOf(':');
  const [key, value] = colon === -1 ? [code, ''] : [code.slice(0, colon), code.slice(colon + 1)];
  return SAYINGS[key]?.(value) ?? plain(code);
}

const plain = (code: string): string => code.replaceAll('-', ' ');

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code; // whatever stood in a directory
  }
}

const agesInWords = (value: string): string => plain(value.replace(/^(\d+)-(\d+)/, '$1 to $2'));

function capacityInWords(value: string): string {
  if (value === 'unknown') return 'nobody said whether there are places';
  const [, state = value, ago] = /^(.*?)-(\d+-days-ago|some-time-ago)$/.exec(value) ?? [];
  const words = CAPACITIES[state] ?? plain(state);
  return ago === undefined ? words : `${words}, as of ${plain(ago)}`;
}
