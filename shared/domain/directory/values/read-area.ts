import type { ServiceArea } from '../listing.ts';
import { readState } from './us-states.ts';

export type AreaReading =
  | { readonly kind: 'areas'; readonly areas: readonly ServiceArea[] }
  | { readonly kind: 'doubtful'; readonly problem: string };

const NATIONWIDE =
  /^(?:nation-?\s?wide|national|united states(?: of america)?|usa?|all (?:50 )?states|the whole country)$/i;
const STATEWIDE = /^(?:state-?\s?wide|entire state|whole state|all counties|all of the state)$/i;
/** Names of places have few words; more of them are a sentence. */
const MOST_WORDS = 4;

/**
 * Where one must live, in words: `Alameda County, San Mateo County`, `21201, 21202`, `Colma, Daly City`, `Statewide`,
 * `MD`. A sentence is not guessed at.
 */
export function readArea(text: string, state: string | undefined): AreaReading {
  const parts = listed(text);
  if (parts.length === 0) return { kind: 'doubtful', problem: 'no area' };
  const zips: string[] = [];
  const counties: string[] = [];
  const cities: string[] = [];
  const states: string[] = [];
  let isNationwide = false;
  for (const part of parts) {
    const named = readState(part.replace(/^(?:all of|entire) /i, ''));
    if (NATIONWIDE.test(part)) isNationwide = true;
    else if (STATEWIDE.test(part) && state !== undefined) states.push(state);
    else if (/^\d{5}$/.test(part)) zips.push(part);
    else if (/\b(?:county|counties|parish|borough)$/i.test(part)) counties.push(countyName(part));
    else if (named !== undefined && part.toLowerCase() !== 'new york' && part.toLowerCase() !== 'washington')
      states.push(named);
    else if (isPlaceName(part)) cities.push(part.replace(/^city of /i, ''));
    else return { kind: 'doubtful', problem: 'not a list of ZIP codes, towns, counties or states' };
  }
  const within = state === undefined ? {} : { state };
  const areas: ServiceArea[] = [
    ...(isNationwide ? [{ kind: 'nationwide' as const }] : []),
    ...(zips.length > 0 ? [{ kind: 'zip' as const, zips }] : []),
    ...(counties.length > 0 ? [{ kind: 'county' as const, names: counties, ...within }] : []),
    ...(cities.length > 0 ? [{ kind: 'city' as const, names: cities, ...within }] : []),
    ...(states.length > 0 ? [{ kind: 'state' as const, states: [...new Set(states)] }] : []),
  ];
  return { kind: 'areas', areas };
}

/** `Kent, Cecil and Harford Counties` are three counties. */
function listed(text: string): string[] {
  const parts = text
    .replace(/[.]\s*$/, '')
    .replace(/\b(?:zip codes?|residents of|serving|serves)\b:?/gi, '')
    .split(/[,;|\n]|\s+(?:and|&)\s+/)
    .map((part) => part.trim().replace(/^(?:and|or|the) /i, ''))
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return /\bcounties$/i.test(last) ? parts.map((part) => `${countyName(part)} County`) : parts;
}

const countyName = (part: string): string => part.replace(/\s*\b(?:county|counties|parish|borough)$/i, '');

/** Some words alone say where from, not where. */
const isPlaceName = (part: string): boolean =>
  part.split(/\s+/).length <= MOST_WORDS &&
  /^[\p{L}][\p{L}\s.'’-]*$/u.test(part) &&
  !/wide$|^(?:all|any|anyone|everyone|none|no restrictions?|open|varies|local|area|community|surrounding.*|other.*|unlimited)$/i.test(
    part,
  );
