import type { Listing } from './listing.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readCost } from './values/read-cost.ts';

/** By words before amounts: a sliding scale has amounts too. */
export function costOf(service: SourceRow, options: readonly SourceRow[], report: Report): Listing['cost'] {
  for (const row of options) report.use(row);
  const amounts = options.map((row) => cell(row, 'amount')).filter((amount) => amount !== '');
  const inWords = readCost(
    [cell(service, 'fees_description'), ...options.map((row) => cell(row, 'option'))].join(' ').trim(),
  );
  if (inWords !== undefined || amounts.length === 0) return inWords;
  if (amounts.some((amount) => Number(amount) > 0)) return 'fee';
  return amounts.every((amount) => Number(amount) === 0) ? 'free' : undefined;
}
