import type { ServiceArea } from '../listing.ts';
import { readState } from './us-states.ts';

export type AreaReading =
  | { readonly kind: 'areas'; readonly areas: readonly ServiceArea[] }
  | { readonly kind: 'doubtful'; readonly problem: string };

const NATIONWIDE =
  /^(?:nation-?\s?wide|national|united states(?: of america)?|usa?|all (?:50 )?states|whole country)$/i;
const STATEWIDE = /^(?:state-?\s?wide|entire state|whole state|all counties|all of the state)$/i;
/** Names of places have few words; more of them are a sentence. */
const MOST_WORDS = 4;

/**
 * Where one must live, in words: `Alameda County, San Mateo County`, `21201, 21202`, `Colma, Daly City`, `Statewide`,
 * `MD`. A sentence is not guessed at.
 */
export function readArea(text: string, state: string | undefined): AreaReading {
  const parts: Part[] = [];
  for (const word of listed(text)) {
    const last = parts.at(-1);
    const named = word.replaceAll('.', '').length === 2 ? readState(word) : undefined;
    if (named !== undefined && (last?.kind === 'city' || last?.kind === 'county') && last.isSure !== true) {
      // `Dover, DE` is a town, not a whole state.
      parts[parts.length - 1] = { ...last, state: named, isSure: true };
      continue;
    }
    const part = readPart(word, state);
    if (part === undefined)
      return { kind: 'doubtful', problem: 'not a list of ZIP codes, towns, counties or states' };
    parts.push(part);
  }
  if (parts.length === 0) return { kind: 'doubtful', problem: 'no area' };
  const alike = Map.groupBy(parts, ({ kind, state }) => JSON.stringify([kind, state]));
  return { kind: 'areas', areas: [...alike.values()].flatMap(areaOf) };
}

type Part = {
  readonly kind: ServiceArea['kind'];
  readonly name: string;
  readonly state?: string | undefined;
  /** Its state stands beside it. */
  readonly isSure?: true;
};

function readPart(word: string, state: string | undefined): Part | undefined {
  if (NATIONWIDE.test(word)) return { kind: 'nationwide', name: word };
  if (STATEWIDE.test(word)) return state === undefined ? undefined : { kind: 'state', name: state };
  if (/^\d{5}$/.test(word)) return { kind: 'zip', name: word };
  if (COUNTY.test(word))
    return isPlaceName(countyName(word)) ? { kind: 'county', name: countyName(word), state } : undefined;
  const named = readState(word.replace(/^(?:all of|entire) /i, ''));
  if (named !== undefined && !/^(?:new york|washington)$/i.test(word)) return { kind: 'state', name: named };
  return isPlaceName(word) ? { kind: 'city', name: word.replace(/^city of /i, ''), state } : undefined;
}

/** Parts of one kind in one state are one area. */
function areaOf(parts: readonly Part[]): ServiceArea[] {
  const [first] = parts;
  const names = [...new Set(parts.map(({ name }) => name))];
  const within = first?.state === undefined ? {} : { state: first.state };
  switch (first?.kind) {
    case 'nationwide':
      return [{ kind: 'nationwide' }];
    case 'zip':
      return [{ kind: 'zip', zips: names }];
    case 'state':
      return [{ kind: 'state', states: names }];
    case 'city':
    case 'county':
      return [{ kind: first.kind, names, ...within }];
    default:
      return [];
  }
}

const COUNTY = /(?:^| )(?:county|counties|parish|borough)$/i;

/** `Kent, Cecil and Harford Counties` are three counties. */
function listed(text: string): string[] {
  const parts = text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replace(/[.]\s*$/, '')
    .replace(/\b(?:zip codes?|residents of|serving|serves)\b:?/gi, '')
    .split(/[,;|\n]|\s(?:and|&)\s/)
    .map((part) => part.trim().replace(/^(?:(?:and|or|the) )+/i, ''))
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return /\bcounties$/i.test(last) && !STATEWIDE.test(last)
    ? parts.map((part) => `${countyName(part)} County`)
    : parts;
}

const countyName = (part: string): string => part.replace(COUNTY, '');

/** Particles in names that are written small. */
const SMALL = 'of|de|del|la|las|los|the|on|by|at|du|le';
const NAME = new RegExp(`^\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:${SMALL}|\\p{Lu}[\\p{L}.'’-]*))*$`, 'u');
/** Wider than a town and drawn by nobody: who lives outside of a town of that name would be sent away. */
const REGION =
  /^(?:greater|metro(?:politan)?|central|mid|upper|lower|(?:north|south|east|west|northeast|northwest|southeast|southwest)ern|downtown|inner|rural|tri)\b|\b(?:areas?|regions?|valley|shore|district|neighbou?rhoods?|metro|corridor|coast|counties|states?|zips?|citywide|vicinity)$/i;
const ANYBODY =
  /wide$|^(?:all|any|anyone|anybody|everyone|everybody|none|no|not|open|varies|various|local|areas?|communit(?:y|ies)|surrounding|other|unlimited|residents?|call|see|yes|n\/a)\b/i;

/** A guess would shut people out: what is not clearly the name of a town is none. */
const isPlaceName = (part: string): boolean =>
  part.split(' ').length <= MOST_WORDS && NAME.test(part) && !ANYBODY.test(part) && !REGION.test(part);
