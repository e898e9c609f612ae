import type { ServiceArea } from '../directory/listing.ts';
import { distanceToShape } from './distance-to-shape.ts';
import { against, excluded, inFavour, type Judgement } from './judgement.ts';
import type { MatchQuery } from './match-query.ts';
import type { AreaFacts } from './snapshot/listing-facts.ts';
import { WEIGHTS } from './weights.ts';

/** Whether it takes people from where the client lives. Any of its areas is enough. */
export function judgeArea({ areas, statewide }: AreaFacts, client: MatchQuery): Judgement {
  const all: readonly ServiceArea[] =
    statewide === undefined || areas.length > 0 ? areas : [{ kind: 'state', states: [statewide] }];
  if (all.length === 0) return against(WEIGHTS.area.notSaid, 'area:unknown');
  const inside = all.find((area) => livesIn(area, client) === true);
  if (inside) return inFavour(WEIGHTS.area.inside, `area:${inside.kind}`);
  if (all.every((area) => livesIn(area, client) === false)) return excluded(`serves ${inWords(all)} only`);
  return against(WEIGHTS.area.unknown, 'area:client-unknown');
}

/** Undefined where that is not known of the client. */
function livesIn(area: ServiceArea, client: MatchQuery): boolean | undefined {
  switch (area.kind) {
    case 'nationwide':
      return true;
    case 'zip':
      return client.zip === undefined ? undefined : area.zips.includes(client.zip);
    case 'state':
      return isOneOf(client.state, area.states);
    case 'city':
    case 'county':
      if (area.state !== undefined && isOneOf(client.state, [area.state]) === false) return false;
      if (isOneOf(client[area.kind], area.names) !== undefined) return isOneOf(client[area.kind], area.names);
      return area.kind === 'county' && isOneOf(client.probableCounty, area.names) ? true : undefined;
    case 'shape':
      return isNear(area, client);
  }
}

function isOneOf(mine: string | undefined, names: readonly string[]): boolean | undefined {
  return mine === undefined ? undefined : names.some((name) => plain(name) === plain(mine));
}

/** `Anne Arundel County` and `anne arundel`; but Baltimore City is not Baltimore County. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .replace(/ (county|parish)$/, '');

/** Where a client is known by the middle of a ZIP code, a line that runs so near proves nothing. */
const UNSURE_KM = 10;

function isNear(shape: ServiceArea & { kind: 'shape' }, { near }: MatchQuery): boolean | undefined {
  if (!near) return undefined;
  const away = distanceToShape(near, shape.polygons);
  if (away === 0) return true;
  return away > UNSURE_KM ? false : undefined;
}

const MOST_NAMES = 3;

function inWords(areas: readonly ServiceArea[]): string {
  return [...new Set(areas.map(nameOf))].join(', or ');
}

function nameOf(area: ServiceArea): string {
  switch (area.kind) {
    case 'nationwide':
      return 'the whole country';
    case 'zip':
      return `ZIP codes ${some(area.zips)}`;
    case 'state':
      return some(area.states);
    case 'city':
      return some(area.names);
    case 'county':
      return some(
        area.names.map((name) => (/\b(county|parish|city)$/i.test(name) ? name : `${name} County`)),
      );
    case 'shape':
      return 'an area on a map that is not where the client lives';
  }
}

function some(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
