import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readUrl } from './values/read-url.ts';

/** Its own page, else its organization's. */
export function websiteOf(
  service: SourceRow,
  organization: SourceRow | undefined,
  report: Report,
): string | undefined {
  const sources = [
    [service, 'url'],
    [organization, 'website'],
  ] as const;
  for (const [row, field] of sources) {
    if (row === undefined || cell(row, field) === '') continue;
    const url = readUrl(cell(row, field));
    if (url !== undefined) return url;
    report.warn(row, field, 'not a web address');
  }
  return undefined;
}
