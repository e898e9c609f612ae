import type { ServiceArea } from '../listing.ts';

type Ring = readonly (readonly [number, number])[];

/** More points than a client's ZIP could tell apart, and a way to fill a memory. */
const MOST_POINTS = 50_000;

/** @returns the outlines of a GeoJSON document, or why there are none */
export function readShape(
  text: string,
): Extract<ServiceArea, { kind: 'shape' }> | { readonly kind: 'doubtful'; readonly problem: string } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { kind: 'doubtful', problem: 'not JSON, so no GeoJSON' };
  }
  const polygons = polygonsIn(document, 0);
  if (polygons === undefined || polygons.length === 0)
    return { kind: 'doubtful', problem: 'no closed outline in it' };
  const points = polygons.flat(1).reduce((sum, ring) => sum + ring.length, 0);
  if (points > MOST_POINTS) return { kind: 'doubtful', problem: `${points} points: at most ${MOST_POINTS}` };
  return { kind: 'shape', polygons };
}

const DEEPEST = 4;

/** Undefined where anything of it is no outline. */
function polygonsIn(value: unknown, depth: number): (readonly Ring[])[] | undefined {
  if (typeof value !== 'object' || depth > DEEPEST) return undefined;
  const { type, coordinates, geometry, geometries, features }: Record<string, unknown> = { ...value };
  switch (type) {
    case 'Polygon':
      return all([readPolygon(coordinates)]);
    case 'MultiPolygon':
      return Array.isArray(coordinates) ? all(coordinates.map(readPolygon)) : undefined;
    case 'Feature':
      return polygonsIn(geometry, depth + 1);
    case 'FeatureCollection':
    case 'GeometryCollection': {
      const parts = type === 'FeatureCollection' ? features : geometries;
      return Array.isArray(parts) ? all(parts.map((part) => polygonsIn(part, depth + 1)))?.flat() : undefined;
    }
    default:
      return undefined;
  }
}

function all<Part>(parts: readonly (Part | undefined)[]): Part[] | undefined {
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
}

function readPolygon(value: unknown): readonly Ring[] | undefined {
  return Array.isArray(value) && value.length > 0 ? all(value.map(readRing)) : undefined;
}

/** At least a triangle, closed, on the earth. */
function readRing(value: unknown): Ring | undefined {
  if (!Array.isArray(value) || value.length < 4) return undefined;
  const points = all(value.map(readPoint));
  return points?.[0]?.join() === points?.at(-1)?.join() ? points : undefined;
}

function readPoint(value: unknown): readonly [number, number] | undefined {
  const [longitude, latitude]: unknown[] = Array.isArray(value) ? value : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined;
}
