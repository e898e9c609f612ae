import lookUp from '@photostructure/tz-lookup';

/** The IANA zone of a point, coarse near borders; none for what is no point. */
export function zoneAt(latitude: number, longitude: number): string | undefined {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return lookUp(latitude, longitude);
}
