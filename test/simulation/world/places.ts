import type { Random } from '../engine/random.ts';

/** Area codes of one zone each, written down by hand: sample telephones are 555-0100 to 555-0199 of these. */
const AREA_CODES: readonly (readonly [zone: string, codes: readonly number[]])[] = [
  [
    'America/New_York',
    [201, 202, 203, 207, 212, 215, 216, 240, 301, 302, 305, 313, 315, 401, 404, 407, 410, 412],
  ],
  [
    'America/New_York',
    [413, 419, 434, 440, 443, 502, 508, 513, 516, 518, 540, 561, 570, 585, 603, 607, 609, 614],
  ],
  [
    'America/New_York',
    [617, 631, 646, 703, 704, 716, 717, 718, 732, 757, 781, 802, 803, 804, 810, 813, 814, 828],
  ],
  [
    'America/Chicago',
    [205, 210, 214, 217, 218, 225, 251, 256, 262, 312, 314, 316, 318, 319, 402, 405, 414, 501],
  ],
  [
    'America/Chicago',
    [504, 512, 515, 601, 608, 612, 615, 630, 651, 708, 713, 773, 815, 816, 847, 901, 913, 918],
  ],
  ['America/Denver', [303, 307, 385, 406, 435, 505, 719, 720, 801, 970]],
  ['America/Phoenix', [480, 520, 602, 623]],
  [
    'America/Los_Angeles',
    [206, 209, 213, 253, 310, 323, 360, 408, 415, 424, 425, 503, 509, 510, 530, 559, 562, 619],
  ],
  [
    'America/Los_Angeles',
    [626, 650, 657, 661, 702, 707, 714, 760, 805, 818, 831, 858, 909, 916, 925, 949, 951, 971],
  ],
  ['Pacific/Honolulu', [808]],
  ['America/Puerto_Rico', [787, 939]],
  ['Pacific/Guam', [671]],
];
const CODES = AREA_CODES.flatMap(([zone, codes]) => codes.map((code) => ({ code, zone })));

/** Sample telephones end somewhere; the second half is for clients who change theirs. */
export const MOST_CLIENTS = 7_000;

const ZIPS = [
  ['10001', 'America/New_York'],
  ['60601', 'America/Chicago'],
  ['80202', 'America/Denver'],
  ['85004', 'America/Phoenix'],
  ['90012', 'America/Los_Angeles'],
  ['99501', 'America/Anchorage'],
  ['96813', 'Pacific/Honolulu'],
  ['00901', 'America/Puerto_Rico'],
  ['96910', 'Pacific/Guam'],
  // Where a border of zones runs through a ZIP's county.
  ['57501', 'America/Chicago America/Denver'],
  ['83302', 'America/Boise America/Los_Angeles'],
] as const;

const STATED = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'America/Indiana/Indianapolis',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'America/Puerto_Rico',
] as const;

/** What an event says about where a client is, and the zones that follow from it. */
export type Place = {
  timeZone?: string;
  zip?: string;
  zones: readonly string[];
  by: 'stated' | 'zip' | 'area-code';
};

/** The nth telephone for sample people, with the zone of its area code. */
export function telephone(nth: number): { number: string; zone: string } {
  const place = CODES[nth % CODES.length];
  const line = Math.floor(nth / CODES.length) % 100;
  if (!place) throw new Error('there are area codes');
  return { number: `+1${place.code}55501${String(line).padStart(2, '0')}`, zone: place.zone };
}

export function placeOf(random: Random, zoneOfPhone: string): Place {
  switch (random.weighted({ stated: 60, zip: 25, phone: 15 })) {
    case 'stated': {
      const zone = random.pick(STATED);
      return { timeZone: zone, zones: [zone], by: 'stated' };
    }
    case 'zip': {
      const [zip, zones] = random.pick(ZIPS);
      return { zip, zones: zones.split(' '), by: 'zip' };
    }
    default:
      return { zones: [zoneOfPhone], by: 'area-code' };
  }
}
