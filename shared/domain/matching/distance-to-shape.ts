import type { ServiceArea } from '../directory/listing.ts';

type Place = { readonly latitude: number; readonly longitude: number };
type Polygons = (ServiceArea & { kind: 'shape' })['polygons'];
type Ring = Polygons[number][number];

const KM_A_DEGREE = 111.2;

/** Kilometres to the nearest edge of the polygons, 0 within one. On a flat map around the place: exact enough for counties. */
export function distanceToShape(place: Place, polygons: Polygons): number {
  const isInside = polygons.some(([outline, ...holes]) => {
    return outline !== undefined && isWithin(place, outline) && !holes.some((hole) => isWithin(place, hole));
  });
  if (isInside) return 0;
  return Math.min(Infinity, ...polygons.flatMap((rings) => rings.map((ring) => distanceToRing(place, ring))));
}

/** Counts how often a ray to the east crosses the ring. */
function isWithin({ latitude, longitude }: Place, ring: Ring): boolean {
  let within = false;
  for (const [index, [x, y]] of ring.entries()) {
    const [beforeX, beforeY] = ring.at(index - 1) ?? [x, y];
    if (y > latitude === beforeY > latitude) continue;
    if (longitude < ((beforeX - x) * (latitude - y)) / (beforeY - y) + x) within = !within;
  }
  return within;
}

function distanceToRing({ latitude, longitude }: Place, ring: Ring): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let nearest = Infinity;
  for (const [index, corner] of ring.entries()) {
    const before = ring.at(index - 1) ?? corner;
    const [ax, ay] = [(before[0] - longitude) * shrink, before[1] - latitude];
    const [dx, dy] = [(corner[0] - longitude) * shrink - ax, corner[1] - latitude - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
    nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return nearest * KM_A_DEGREE;
}
