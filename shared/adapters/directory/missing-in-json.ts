import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';
import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import { rowRules } from './standard-rules.ts';

/** A service at a place needs neither id in JSON: it is nested in the one and holds the other. */
const COLUMNS = ['name', 'status', 'city', 'state_province', 'postal_code', 'country', 'option', 'updated'];

/** The standard's rules for an object; JSON has no heading in which a column could be missing altogether. */
export const missingInJson = ({ table, row, cells }: SourceRow): readonly DirectoryProblem[] =>
  rowRules(table, COLUMNS)(row, cells);
