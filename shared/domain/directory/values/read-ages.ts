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
  const isFrom = from !== undefined && from > 0 && from < OLDEST;
  const isTo = to !== undefined && to > 0 && to < OLDEST;
  const stands = from !== undefined && (from < 0 || from >= OLDEST) ? 'minimum_age' : 'maximum_age';
  const sentinel =
    (from !== undefined && (from < 0 || from >= OLDEST)) || (to !== undefined && (to < 0 || to >= OLDEST));
  if (isFrom && isTo && from > to) return doubted('maximum_age', 'younger than the youngest');
  if (to === 0 && isFrom) return { ages: { from }, ...problem('maximum_age', 'stands for nobody: no limit') };
  const ages = { ...(isFrom && { from: Math.floor(from) }), ...(isTo && { to: Math.floor(to) }) };
  return {
    ...((isFrom || isTo) && { ages }),
    ...(sentinel && problem(stands, 'stands for any age: no limit')),
  };
}

function readAge(text: string): number | 'unreadable' | undefined {
  if (text === '') return undefined;
  const age = Number(text);
  return Number.isFinite(age) ? age : 'unreadable';
}

const problem = (field: 'minimum_age' | 'maximum_age', text: string) => ({ problem: { field, text } });

const doubted = (field: 'minimum_age' | 'maximum_age', text: string): AgesReading => problem(field, text);
