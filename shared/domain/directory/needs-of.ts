import type { Listing } from './listing.ts';
import type { FactsBench } from './service-facts.ts';
import { cell, type SourceRow } from './source-row.ts';
import type { ServiceTerms } from './terms.ts';

/** Whom a service is for tells what it does only of these. */
const OF_SITUATIONS: ReadonlySet<string> = new Set(['domestic-violence', 'veterans']);

/** What terms say is stated. Words are asked where none says anything; a name adds what its terms left out. */
export function needsOf(
  service: SourceRow,
  description: string,
  terms: ServiceTerms,
  bench: FactsBench,
): Listing['needs'] {
  const name = `${cell(service, 'name')} ${cell(service, 'alternate_name')}`;
  const situations = terms.situations
    .flatMap((term) => bench.needs.ofTerm({ name: term, code: '' }))
    .filter((code) => OF_SITUATIONS.has(code));
  if (terms.needs.length > 0) {
    // A hotline for violence that is filed under counselling alone would not be found by whom it is for.
    const more = new Set(
      [...bench.needs.ofWords(name, ''), ...situations].filter((code) => !terms.needs.includes(code)),
    );
    return [
      ...terms.needs.map((code) => ({ code, known: 'stated' as const })),
      ...[...more].map((code) => ({ code, known: 'inferred' as const })),
    ];
  }
  const keywords = `${description}\n${cell(service, 'keywords')}`;
  const inferred = [...new Set([...bench.needs.ofWords(name, keywords), ...situations])];
  if (inferred.length === 0)
    bench.report.warn(service, 'taxonomy_ids', 'no need known or inferred: no search for a need finds it', {
      value: cell(service, 'name'),
    });
  return inferred.map((code) => ({ code, known: 'inferred' }));
}

/** Whom it is for only: never stated so by a directory, so always inferred. */
export function audienceOf(
  service: SourceRow,
  eligibility: readonly string[],
  terms: ServiceTerms,
  { needs }: FactsBench,
): Listing['audience'] {
  const words = eligibility.join(' ').trim();
  const codes = needs.audienceOf(
    words === '' ? `${cell(service, 'name')} ${terms.situations.join(' ')}` : words,
  );
  return codes.map((code) => ({ code, known: 'inferred' }));
}
