import type { Hours, Listing } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { DAY } from '#shared/domain/record.ts';

/** Monday 2026-11-23, 10:00 in New York. */
export const AT = Date.UTC(2026, 10, 23, 15);
export const WITHIN_KM = 40;

const METROS = 200;
const NEEDS = 40;
const STATES = ['MD', 'VA', 'PA', 'NY', 'OH', 'GA', 'IL', 'TX', 'AZ', 'CA'];
const LANGUAGES = ['es', 'zh', 'vi', 'ru', 'ar', 'so', 'am', 'ko', 'fr', 'pt'];
const GROUPS = ['veterans', 'women', 'men', 'families', 'youth', 'older-adults'];
const AGES = [{ from: 18 }, { from: 12, to: 17 }, { to: 24 }, { from: 60 }, { from: 18, to: 64 }];
const CAPACITIES = ['capacity', 'no-capacity', 'waitlist'] as const;

type Drawn = () => number;

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function drawnFrom(seed: number): Drawn {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), 1 | state);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Few large ones and many small ones: the rank of each is drawn with a likelihood of 1 / rank (Zipf). */
function zipf(count: number): (drawn: Drawn) => number {
  const sums: number[] = [];
  for (let rank = 1; rank <= count; rank += 1) sums.push((sums.at(-1) ?? 0) + 1 / rank);
  return (drawn) => {
    const value = drawn() * (sums.at(-1) ?? 1);
    return sums.findIndex((sum) => sum >= value);
  };
}

type Metro = { latitude: number; longitude: number; state: string };

const metros: readonly Metro[] = (() => {
  const drawn = drawnFrom(7);
  return Array.from({ length: METROS }, (_, rank) => ({
    latitude: 28 + drawn() * 19,
    longitude: -122 + drawn() * 50,
    state: STATES[rank % STATES.length] ?? 'MD',
  }));
})();

const drawMetro = zipf(METROS);
const drawNeed = zipf(NEEDS);

/** Nearer the middle of a metro there are more; about 12 km is common. */
function placeIn({ latitude, longitude }: Metro, drawn: Drawn) {
  const [away, turn] = [Math.sqrt(-2 * Math.log(1 - drawn())) * 12, drawn() * 2 * Math.PI];
  return {
    latitude: latitude + (away * Math.sin(turn)) / 111.2,
    longitude: longitude + (away * Math.cos(turn)) / (111.2 * Math.cos((latitude * Math.PI) / 180)),
  };
}

const pick = <T>(from: readonly T[], drawn: Drawn): T => from[Math.floor(drawn() * from.length)] as T; // not empty

const HOURS: readonly Hours[] = (() => {
  const drawn = drawnFrom(11);
  return Array.from({ length: 240 }, () => {
    const from = 60 * (7 + Math.floor(drawn() * 6));
    const to = from + 60 * (3 + Math.floor(drawn() * 10));
    const days = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => drawn() < (day < 6 ? 0.8 : 0.3));
    const timeZone = pick(
      ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
      drawn,
    );
    return { timeZone, rules: days.map((weekday) => ({ weekday, from, to })) };
  });
})();

/** A directory as no town has it: only its shape is that of real ones. */
export function inventedDirectory(count: number): Listing[] {
  const drawn = drawnFrom(count);
  return Array.from({ length: count }, (_, index) => inventedListing(index, drawn));
}

function inventedListing(index: number, drawn: Drawn): Listing {
  const metro = metros[drawMetro(drawn)] ?? { latitude: 0, longitude: 0, state: 'MD' };
  const id = index.toString(36).padStart(5, '0');
  const needs = new Set([
    drawNeed(drawn),
    ...(drawn() < 0.4 ? [drawNeed(drawn)] : []),
    ...(drawn() < 0.15 ? [drawNeed(drawn)] : []),
  ]);
  return {
    id,
    serviceId: id,
    organizationId: id,
    name: `Service ${id}`,
    organization: `Organization ${id}`,
    status: 'active',
    needs: [...needs].map((need) => ({ code: needCode(need), known: drawn() < 0.8 ? 'stated' : 'inferred' })),
    place: { kind: 'at', ...placeIn(metro, drawn), state: metro.state },
    confidential: false,
    phones: drawn() < 0.9 ? PHONES : [],
    languages: drawn() < 0.1 ? [] : ['en', ...LANGUAGES.filter((_, rank) => drawn() < 0.3 / (rank + 1))],
    audience: drawn() < 0.2 ? [{ code: pick(GROUPS, drawn), known: 'stated' }] : [],
    areas: drawn() < 0.3 ? [{ kind: 'state', states: [metro.state] }] : [],
    documents: drawn() < 0.2 ? ['photo id'] : [],
    accessibility: drawn() < 0.3 ? ['wheelchair'] : [],
    ...(drawn() < 0.4 && { ages: pick(AGES, drawn) }),
    ...(drawn() < 0.75 && { hours: pick(HOURS, drawn) }),
    ...(drawn() < 0.6 && { cost: pick(['free', 'sliding-scale', 'fee'] as const, drawn) }),
    ...(drawn() < 0.1 && { capacity: { state: pick(CAPACITIES, drawn), at: AT - drawn() * 14 * DAY } }),
    ...(drawn() < 0.9 && { verifiedAt: AT - drawn() * 1000 * DAY }),
  };
}

const PHONES: Listing['phones'] = [{ number: '+14105550101', kind: 'voice' }];

const needCode = (need: number): string => `need-${String(need).padStart(2, '0')}`;

/** Clients live where services are, need what is common, and one in seven speaks a language that few do. */
export function inventedQueries(count: number): MatchQuery[] {
  const drawn = drawnFrom(99);
  return Array.from({ length: count }, () => {
    const metro = metros[drawMetro(drawn)] ?? { latitude: 0, longitude: 0, state: 'MD' };
    const speaks = drawn();
    return {
      needs: [needCode(drawNeed(drawn))],
      near: placeIn(metro, drawn),
      withinKm: WITHIN_KM,
      state: metro.state,
      age: Math.floor(8 + drawn() * 75),
      audience: { veterans: drawn() < 0.1, women: drawn() < 0.5 },
      language: speaks < 0.6 ? 'en' : speaks < 0.85 ? 'es' : pick(LANGUAGES, drawn),
      at: AT,
    };
  });
}
