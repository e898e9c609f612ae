/**
 * Mutants that no test can notice, because the program does the same with them. Looked at one by one.
 * `line` is the line as it stands in the file, without its indent; `was` and `becomes` are what the report prints.
 */
export type EquivalentMutant = { file: string; line: string; was: string; becomes: string; why: string };

export const equivalentMutants: readonly EquivalentMutant[] = [];
