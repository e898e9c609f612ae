export type Point = { readonly latitude: number; readonly longitude: number };

const EARTH_DIAMETER_KM = 12_742;
const RADIANS = Math.PI / 180;

/** Kilometres as the crow flies. */
export function distanceKm(one: Point, other: Point): number {
  const north = Math.sin(((one.latitude - other.latitude) * RADIANS) / 2) ** 2;
  const east = Math.sin(((one.longitude - other.longitude) * RADIANS) / 2) ** 2;
  const cosines = Math.cos(one.latitude * RADIANS) * Math.cos(other.latitude * RADIANS);
  return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(north + cosines * east)));
}
