import { WEIGHTS } from './weights.ts';

/** Mean radius of the Earth, kilometres (IUGG). */
const EARTH_KM = 6371.0088;

type Point = readonly [number, number, number];

/** On the unit sphere, each coordinate as a snapshot keeps it; about half a metre exact. */
export function spherePoint({ latitude, longitude }: { latitude: number; longitude: number }): Point {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [
    Math.fround(Math.cos(phi) * Math.cos(lambda)),
    Math.fround(Math.cos(phi) * Math.sin(lambda)),
    Math.fround(Math.sin(phi)),
  ];
}

/** The way over the surface between two points whose straight distance squared, in radii, is given. */
export const kilometres = (squared: number): number =>
  2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));

/** The straight distance squared of so many kilometres. */
export const squaredOf = (km: number): number =>
  (2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_KM)))) ** 2;

/** At least as much as `distanceFactor`, and found faster: a straight way is never longer. */
export const distanceBound = (squared: number): number =>
  1 / (1 + (Math.sqrt(squared) * EARTH_KM) / WEIGHTS.distance.halfAtKm);

/** The score's factor for such a distance; it only ever falls with it. */
export const distanceFactor = (squared: number): number =>
  1 / (1 + kilometres(squared) / WEIGHTS.distance.halfAtKm);
