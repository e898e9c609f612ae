import { zipCode } from '#shared/adapters/directory/zip-codes.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { UsageError } from './endings.ts';

/** Where a client is, and what that says about where the client lives. */
export type Near = Pick<MatchQuery, 'near' | 'zip' | 'probableCounty' | 'state'> & {
  /** As it was given, to be said again. */
  readonly said: string;
  /** What whoever asked should know about it. */
  readonly note?: string;
};

/** Of `21201`, or `39.29,-76.61`. @throws UsageError */
export function nearOf(text: string): Near {
  const zip = /^\s*(\d{5})(-\d{4})?\s*$/.exec(text)?.[1];
  if (zip !== undefined) return byZip(zip);
  const [, north, east] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const near = { latitude: Number(north), longitude: Number(east) };
  if (Math.abs(near.latitude) <= 90 && Math.abs(near.longitude) <= 180) return { near, said: text.trim() };
  throw new UsageError(
    '--near: expected a ZIP code such as 21201, or latitude,longitude such as 39.29,-76.61.',
  );
}

function byZip(zip: string): Near {
  const found = zipCode(zip);
  if (!found) throw new UsageError(`--near: there is no ZIP code ${zip}; give latitude,longitude instead.`);
  const { latitude, longitude, state, county, approximate } = found;
  return {
    near: { latitude, longitude },
    zip,
    state,
    ...(county !== undefined && { probableCounty: county }),
    said: zip,
    ...(approximate && {
      note: `${zip} has no place of its own (PO boxes have none): searching from the middle of the ZIP codes ${zip.slice(0, 3)}xx`,
    }),
  };
}
