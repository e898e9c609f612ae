import { AREA_CODES_BY_ZONES } from './area-code-zones.ts';
import { ZIP_PREFIXES, ZIP_ZONE_SETS, ZIPS_OF_MIXED_PREFIXES } from './zip-zones.ts';

/** How a client's zones are known, best first. */
export type ZoneConfidence = 'stated' | 'zip' | 'address' | 'area-code' | 'agency';

/** IANA zones that the client may be in, at least one, sorted, each once. */
export type ClientZones = { zones: string[]; confidence: ZoneConfidence };

/**
 * Where a client's clock stands: stated by the client, else by ZIP, else by the area codes of their phones, else the
 * agency's. Where a place is split or unsure, or phones differ, all its zones are given and messages keep to the hours
 * that are open in each. A phone moves with its owner, so an area code is the weakest sign.
 */
export function zonesOf({
  timeZone,
  zip,
  phones,
  agencyZone,
}: {
  timeZone?: string | undefined;
  /** Five digits; an extension is ignored. */
  zip?: string | undefined;
  /** E.164. */
  phones: readonly string[];
  agencyZone: string;
}): ClientZones {
  if (timeZone) return { zones: [timeZone], confidence: 'stated' };
  const byZip = zip ? zonesOfZip(zip) : [];
  if (byZip.length > 0) return { zones: byZip, confidence: 'zip' };
  const byPhone = [...new Set(phones.flatMap(zonesOfPhone))].sort();
  if (byPhone.length > 0) return { zones: byPhone, confidence: 'area-code' };
  return { zones: [agencyZone], confidence: 'agency' };
}

/** None for what is no US ZIP, and for military ones (APO, FPO), which say nothing about where a person is. */
export function zonesOfZip(zip: string): string[] {
  const match = /^(\d{3})(\d\d)/.exec(zip);
  const prefix = match?.[1] ?? '';
  const letter = match ? ZIP_PREFIXES[Number(prefix)] : undefined;
  const exact = ZIPS_OF_MIXED_PREFIXES[prefix]?.[Number(match?.[2])] ?? letter;
  const zones = exact ? ZIP_ZONE_SETS[exact] : undefined;
  return zones ? zones.split(' ') : [];
}

const zonesByAreaCode = new Map(
  Object.entries(AREA_CODES_BY_ZONES).flatMap(([zones, codes]) =>
    codes.map((code) => [code, zones.split(' ')] as const),
  ),
);

/** None for numbers outside North America, toll-free ones, and area codes newer than the table. */
export function zonesOfPhone(phone: string): string[] {
  const areaCode = /^\+1(\d{3})\d{7}$/.exec(phone)?.[1];
  return [...(zonesByAreaCode.get(Number(areaCode)) ?? [])];
}
