import type { CheckedDirectory } from '#shared/adapters/directory/check-directory.ts';
import type { DirectorySummary } from '#shared/domain/directory/summary.ts';
import type { colours } from './colours.ts';

type Paint = ReturnType<typeof colours>;

/** Lines of problems before it is said how many more kinds there are. */
const MOST_PROBLEMS = 25;
const MOST_TERMS = 20;

/** What a directory holds and what is wrong with it, for people. */
export function directoryReport(name: string, checked: CheckedDirectory, paint: Paint): string[] {
  const { summary } = checked;
  return [
    ...counts(name, checked, paint),
    '',
    ...needsTable(summary, paint),
    '',
    ...rowsTable(summary, paint),
    '',
    ...problemsTable(checked, paint),
    ...unmapped(summary, paint),
    ...unread(summary, paint),
  ];
}

function counts(name: string, { listings, summary }: CheckedDirectory, paint: Paint): string[] {
  const services = new Set(listings.map(({ serviceId }) => serviceId)).size;
  const places = Object.entries(summary.places)
    .map(([kind, count]) => `${number(count)} ${PLACES[kind] ?? kind}`)
    .join(', ');
  const encodings = [...new Set(summary.files.map(({ encoding }) => encoding))].join(', ');
  return [
    paint('bold', `${name}: ${counted(services, 'service')}, ${counted(summary.listings, 'listing')}`),
    `  ${number(summary.offered)} can be offered: active, and it is known for what`,
    `  ${number(summary.withPhone)} with a telephone, ${number(summary.withHours)} with hours`,
    `  ${places || 'no places'}`,
    `  ${number(summary.confidential)} at secret places, without address and coordinates`,
    paint('dim', `  read from ${counted(summary.files.length, 'file')} (${encodings})`),
  ];
}

const PLACES: Readonly<Record<string, string>> = {
  at: 'at known coordinates',
  'by zip': 'in the middle of their ZIP code',
  'by organization': 'where their organization is',
  virtual: 'reached from anywhere',
  statewide: 'for a whole state',
  nationwide: 'for the whole country',
  unknown: 'at no known place',
};

function needsTable({ needs }: DirectorySummary, paint: Paint): string[] {
  const rows = Object.entries(needs).sort(([, one], [, other]) => sum(other) - sum(one));
  if (rows.length === 0) return [paint('yellow', 'No need is known for any of them.')];
  return [
    paint('bold', `${'Needs'.padEnd(22)}${'stated'.padStart(8)}${'inferred'.padStart(10)}`),
    ...rows.map(
      ([code, { stated, inferred }]) =>
        `  ${code.padEnd(20)}${number(stated).padStart(8)}${number(inferred).padStart(10)}`,
    ),
  ];
}

const sum = ({ stated, inferred }: { stated: number; inferred: number }): number => stated + inferred;

function rowsTable({ rows }: DirectorySummary, paint: Paint): string[] {
  return [
    paint('bold', `${'Rows'.padEnd(26)}${'read'.padStart(10)}${'left out'.padStart(10)}`),
    ...Object.entries(rows).map(
      ([table, { read, leftOut }]) =>
        `  ${table.padEnd(24)}${number(read).padStart(10)}${number(leftOut).padStart(10)}`,
    ),
  ];
}

function problemsTable({ problems, summary }: CheckedDirectory, paint: Paint): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length === 0) return [paint('green', 'Nothing wrong was found.')];
  const title = `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  const shown = summary.commonest.toSorted(errorsFirst).slice(0, MOST_PROBLEMS);
  const more = summary.commonest.length - shown.length;
  return [
    paint(errors > 0 ? 'red' : 'bold', title),
    ...shown.map((line) => problemLine(line, paint)),
    ...(more > 0 ? [`  and ${number(more)} other kinds: --json has every row`] : []),
  ];
}

type Line = DirectorySummary['commonest'][number];

const errorsFirst = (one: Line, other: Line): number =>
  Number(other.severity === 'error') - Number(one.severity === 'error') || other.count - one.count;

function problemLine({ severity, table, field, problem, kept, count, firstRow }: Line, paint: Paint): string {
  const where = `${table}${field === '' ? '' : `.${field}`}`;
  const done = kept ? '' : paint('dim', ' · left out');
  const first = count === 1 ? `row ${firstRow}` : `first in row ${firstRow}`;
  const line = `${number(count).padStart(8)}  ${where.padEnd(30)} ${problem}`;
  return `${severity === 'error' ? paint('red', line) : line}${done}${paint('dim', ` · ${first}`)}`;
}

function unmapped({ unmappedTerms }: DirectorySummary, paint: Paint): string[] {
  if (unmappedTerms.length === 0) return [];
  const named = unmappedTerms
    .slice(0, MOST_TERMS)
    .map(({ term, services }) => `${term} (${number(services)})`);
  const more = unmappedTerms.length - named.length;
  return [
    '',
    paint('bold', `Terms that the table of needs does not know (services), --needs FILE adds them:`),
    `  ${named.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`,
  ];
}

function unread({ unreadColumns }: DirectorySummary, paint: Paint): string[] {
  const tables = Object.entries(unreadColumns);
  if (tables.length === 0) return [];
  return [
    '',
    paint('dim', 'Columns that nothing is made of:'),
    ...tables.map(([table, columns]) => paint('dim', `  ${table}: ${columns.join(', ')}`)),
  ];
}

const number = (value: number): string => value.toLocaleString('en-US');

/** `1 service`, `2 services` */
const counted = (value: number, what: string): string => `${number(value)} ${what}${value === 1 ? '' : 's'}`;
