import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readAccessibility } from './values/read-accessibility.ts';
import { readLanguages } from './values/read-languages.ts';

export type Spoken = { readonly languages: readonly string[]; readonly interpreters: boolean };

/** The languages that a service and its place name, in columns and in rows of their own. */
export function languagesOf(
  service: SourceRow,
  rows: readonly SourceRow[],
  location: SourceRow | undefined,
  report: Report,
) {
  const languages = new Set<string>();
  let interpreters =
    cell(service, 'interpretation_services') !== '' &&
    !/^(?:no|none|false)\b/i.test(cell(service, 'interpretation_services'));
  const read = (row: SourceRow, field: string) => {
    const reading = readLanguages(cell(row, field));
    for (const language of reading.languages) languages.add(language);
    interpreters ||= reading.interpreters;
    for (const name of reading.unknown)
      report.warn(row, field, 'a language that is not known', { value: name });
  };
  read(service, 'languages');
  if (location !== undefined) read(location, 'languages');
  for (const row of rows) {
    report.use(row);
    const code = readLanguages(cell(row, 'code')).languages[0];
    if (code === undefined) read(row, 'name');
    else languages.add(code);
  }
  return { languages: [...languages], interpreters };
}

/** Codes of what a service and its place say about access. */
export function accessibilityOf(
  service: SourceRow,
  rows: readonly SourceRow[],
  location: SourceRow | undefined,
  report: Report,
): readonly string[] {
  const codes = new Set<string>();
  const read = (row: SourceRow, field: string) => {
    const text = cell(row, field);
    const found = readAccessibility(text);
    for (const code of found) codes.add(code);
    if (text !== '' && found.length === 0)
      report.warn(row, field, 'an access that has no code: not searched for');
  };
  read(service, 'accessibility');
  if (location !== undefined) read(location, 'accessibility');
  for (const row of rows) {
    report.use(row);
    read(row, 'description');
    for (const code of readAccessibility(cell(row, 'details'))) codes.add(code);
  }
  return [...codes];
}
