import { distanceKm, type Point } from './distance.ts';
import { liesInState } from './state-boxes.ts';

/** What is known of where it ought to be. */
export type Expected = {
  /** The middle of the address's ZIP. */
  readonly zip?: Point & { readonly approximate?: true };
  readonly state?: string;
};

export type CoordinatesReading =
  | { readonly kind: 'point'; readonly point: Point; readonly mended?: 'swapped' | 'sign' }
  | { readonly kind: 'none' }
  | { readonly kind: 'doubtful'; readonly problem: string };

/** The widest ZIPs of the West reach so far from their middle; a wrong town is rarely nearer in the East, where it matters. */
const FARTHEST_KM = 120;
/** Of ZIPs that are only known by their first three digits. */
const FARTHEST_APPROXIMATE_KM = 400;

/** Degrees, as text; held against the address where there is one. */
export function readCoordinates(latitude: string, longitude: string, expected: Expected): CoordinatesReading {
  if (latitude === '' && longitude === '') return { kind: 'none' };
  if (latitude === '' || longitude === '') return doubtful('one of two coordinates is missing');
  const [lat, lon] = [Number(latitude), Number(longitude)];
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return doubtful('not a number');
  if (lat === 0 && lon === 0) return doubtful('stands for nowhere (0, 0)');
  const given = { latitude: lat, longitude: lon };
  const why = whyWrong(given, expected);
  if (why === undefined) return { kind: 'point', point: given };
  const swapped = { latitude: lon, longitude: lat };
  if (whyWrong(swapped, expected) === undefined) return { kind: 'point', point: swapped, mended: 'swapped' };
  const turned = { latitude: Math.abs(lat), longitude: -Math.abs(lon) };
  if (whyWrong(turned, expected) === undefined) return { kind: 'point', point: turned, mended: 'sign' };
  return doubtful(why);
}

function whyWrong(point: Point, { zip, state }: Expected): string | undefined {
  if (Math.abs(point.latitude) > 90 || Math.abs(point.longitude) > 180) return 'not on the earth';
  if (zip !== undefined) {
    const farthest = zip.approximate === true ? FARTHEST_APPROXIMATE_KM : FARTHEST_KM;
    const km = Math.round(distanceKm(point, zip));
    return km > farthest ? `${km} km from the ZIP code of its address` : undefined;
  }
  if (state !== undefined && liesInState(point.latitude, point.longitude, state) === false)
    return `not in ${state}, the state of its address`;
  if (state === undefined && !liesInAmerica(point)) return 'not in the United States';
  return undefined;
}

/** Roughly: the states, Puerto Rico, and the islands of the Pacific. */
const liesInAmerica = ({ latitude, longitude }: Point): boolean =>
  latitude >= -15 && latitude <= 72 && (longitude <= -64 || longitude >= 144);

const doubtful = (problem: string): CoordinatesReading => ({ kind: 'doubtful', problem });
