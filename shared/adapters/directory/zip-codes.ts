import type { ZipCode } from '#shared/domain/directory/zip-code.ts';
import { zonesOfZip } from '#shared/domain/time/zone-of-client.ts';
import { ZIP_CODE_TABLE } from './zip-code-table.ts';

/** Those that share their first three digits, by the last two. */
type Prefix = { readonly members: ReadonlyMap<string, ZipCode>; readonly middle: ZipCode };

/** Read when first asked for: a directory lies in few of the 900. */
const read = new Map<string, Prefix>();

/**
 * Five digits, more are ignored. A ZIP that has no place of its own (many PO boxes) or is newer than the table is placed
 * in the middle of those that share its first three digits, marked approximate.
 */
export function zipCode(zip: string): ZipCode | undefined {
  const [, first, last] = /^\s*(\d{3})(\d{2})(?:-?\d{4})?\s*$/.exec(zip) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const prefix = prefixOf(first);
  const found = prefix?.members.get(last) ?? prefix?.middle;
  if (found === undefined) return undefined;
  const [zone, ...others] = zonesOfZip(first + last);
  return zone === undefined || others.length > 0 ? found : { ...found, timeZone: zone };
}

function prefixOf(first: string): Prefix | undefined {
  const line = ZIP_CODE_TABLE[first];
  const known = read.get(first);
  if (line === undefined || known !== undefined) return known;
  const prefix = readPrefix(line);
  read.set(first, prefix);
  return prefix;
}

function readPrefix(line: string): Prefix {
  const [places = '', base = '', entries = ''] = line.split(';');
  const counties = places.split(',').map((place) => place.split(':'));
  const [north = 0, east = 0] = base.split(' ').map(Number);
  const members = new Map<string, ZipCode>();
  for (const entry of entries.split(',')) {
    const [last = '', up = '', right = '', county = '0'] = entry.split(' ');
    const [state = '', name = ''] = counties[Number(county)] ?? [];
    const latitude = (north + Number(up)) / 100;
    const longitude = (east + Number(right)) / 100;
    members.set(last, { latitude, longitude, state, ...(name !== '' && { county: name }) });
  }
  return { members, middle: middleOf([...members.values()]) };
}

/** The commonest state's; the county is anybody's guess. */
function middleOf(zips: readonly ZipCode[]): ZipCode {
  const byState = [...Map.groupBy(zips, ({ state }) => state)];
  const [state, members] = byState.sort(([, one], [, other]) => other.length - one.length)[0] ?? ['', zips];
  return {
    latitude: mean(members.map(({ latitude }) => latitude)),
    longitude: mean(members.map(({ longitude }) => longitude)),
    state,
    approximate: true,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
