const TIMES = Number(process.env['HANDRAIL_PROPERTY_RUNS'] ?? 0);
const SEED = process.env['HANDRAIL_PROPERTY_SEED'];

/**
 * How often a property is tried, and from which seed: always the same one, so that what is green today is green tomorrow.
 * HANDRAIL_PROPERTY_RUNS=20 tries each 20 times as often, from a new seed each time; HANDRAIL_PROPERTY_SEED takes the seed
 * that a failure printed.
 */
export function propertyRuns(times: number): { numRuns: number; seed?: number } {
  const seed = SEED === undefined ? (TIMES > 0 ? undefined : 2026) : Number(SEED);
  return { numRuns: times * Math.max(1, TIMES), ...(seed !== undefined && { seed }) };
}

/** How long a test of properties may take, in milliseconds: longer where more is asked of it. */
export const PATIENCE = 30_000 * Math.max(1, TIMES);

/** Throws with the promise in words, so that a failing run reads as a sentence. */
export function must(holds: boolean, promise: string, about?: unknown): asserts holds {
  if (holds) return;
  const details = about === undefined ? '' : `\n${JSON.stringify(about)}`;
  throw new Error(`This does not hold: ${promise}.${details}`);
}

/** An object that nothing can change any more, all the way down. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}
