/** The tests that exercise shared/domain. */
export const EXERCISING = [
  'test/unit/{case,contact,directory,enrolment,follow-up,matching,messages,protocols,replies,sending,serve-link,stories,time,timeline}/**/*.test.ts',
];

/** Left out of a run that repeats them thousands of times: they walk every zone, a thousand invented cases, or the disk. */
export const TOO_SLOW = [
  '**/*.property.test.ts',
  'test/unit/time/time-table.test.ts',
  'test/unit/directory/{reading-json,reading-tables,mapping,zip-codes}.test.ts',
];
export const TOO_SLOW_TESTS = [
  'in every zone, around every change of clocks',
  'the zone table says what Temporal says, in every zone',
  'the zone table agrees with luxon, in every zone',
];

/**
 * The tests that are asked about what a file does while it loads: a table of words, a pattern. There are thousands of such
 * mutants, each has to load everything anew, and a story that runs for months would not notice one word more or less.
 */
export function testsOfTables(mutated: string, files: readonly string[]): readonly string[] {
  const [folder] = /shared\/domain\/(?:directory|messages|replies)\//.exec(mutated) ?? [];
  return folder ? files.filter((file) => file.includes(folder.replace('shared/domain', 'test/unit'))) : files;
}
