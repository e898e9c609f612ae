/** Whole years, both ends included; an end that nothing limits is left out. */
export type AgesReading = {
  readonly ages?: { readonly from?: number; readonly to?: number };
  readonly problem?: { readonly field: 'minimum_age' | 'maximum_age'; readonly text: string };
};

/** Directories write 0 to 200, 999 or -1 where they mean everybody. */
const OLDEST = 120;

export function readAges(minimum: string, maximum: string): AgesReading {
  const from = readAge(minimum);
  const to = readAge(maximum);
  if (from === 'unreadable') return doubted('minimum_age', 'not an age');
  if (to === 'unreadable') return doubted('maximum_age', 'not an age');
  const isFrom = isLimit(from);
  const isTo = isLimit(to);
  if (isFrom && isTo && from > to) return doubted('maximum_age', 'younger than the youngest');
  const ages = { ...(isFrom && { from: Math.floor(from) }), ...(isTo && { to: Math.floor(to) }) };
  return { ...((isFrom || isTo) && { ages }), ...noLimit(from, to) };
}

function noLimit(from: number | undefined, to: number | undefined): AgesReading {
  if (isAnybody(from)) return problem('minimum_age', ANYBODY);
  if (isAnybody(to)) return problem('maximum_age', ANYBODY);
  return to === 0 && isLimit(from) ? problem('maximum_age', 'stands for nobody: no limit') : {};
}

const ANYBODY = 'stands for any age: no limit';

const isLimit = (age: number | undefined): age is number => age !== undefined && age > 0 && age < OLDEST;

const isAnybody = (age: number | undefined): boolean => age !== undefined && (age < 0 || age >= OLDEST);

function readAge(text: string): number | 'unreadable' | undefined {
  if (text === '') return undefined;
  const age = Number(text);
  return Number.isFinite(age) ? age : 'unreadable';
}

const problem = (field: 'minimum_age' | 'maximum_age', text: string) => ({ problem: { field, text } });

const doubted = (field: 'minimum_age' | 'maximum_age', text: string): AgesReading => problem(field, text);
