import type { NeedsMap } from './map-needs.ts';
import type { Report } from './report.ts';
import { cell, rowsBy, rowsOf, type SourceRow, type Tables } from './source-row.ts';

/** What a service's taxonomy terms say. */
export type ServiceTerms = {
  /** Our codes, by the needs table. */
  readonly needs: readonly string[];
  /** Names of terms about whom it serves, not what it does. */
  readonly situations: readonly string[];
  /** Whether the directory gave it any term about what it does. */
  readonly hasTerms: boolean;
};

export type Terms = {
  readonly ofService: (service: SourceRow) => ServiceTerms;
  /** Terms that the needs table does not know, and how many services each has. */
  readonly unmapped: ReadonlyMap<string, number>;
};

export function readTerms(tables: Tables, needs: NeedsMap, report: Report): Terms {
  const find = termFinder(tables, report);
  const byService = attributesByService(tables);
  const unmapped = new Map<string, number>();
  return {
    unmapped,
    ofService(service) {
      const found = new Set<string>();
      const situations: string[] = [];
      let hasTerms = false;
      for (const { id, row, field } of termIds(service, byService.get(cell(service, 'id')) ?? [], report)) {
        const chain = find(id);
        const [term] = chain;
        if (term === undefined) {
          report.warn(row, field, 'no such taxonomy term', { value: id });
          count(unmapped, id);
          continue;
        }
        report.use(row);
        if (isSituation(term)) {
          situations.push(cell(term, 'name'));
          continue;
        }
        hasTerms = true;
        const codes = firstKnown(chain, needs);
        if (codes.length === 0) count(unmapped, cell(term, 'name') || cell(term, 'code') || id);
        for (const code of codes) found.add(code);
      }
      return { needs: [...found], situations, hasTerms };
    },
  };
}

/** The term's own, else those of what it is part of. */
function firstKnown(chain: readonly SourceRow[], needs: NeedsMap): readonly string[] {
  for (const term of chain) {
    const codes = needs.ofTerm({ name: cell(term, 'name'), code: cell(term, 'code') });
    if (codes.length > 0) return codes;
  }
  return [];
}

const isSituation = (term: SourceRow): boolean =>
  /situation|population|eligib/i.test(
    `${cell(term, 'type')} ${cell(term, 'vocabulary')} ${cell(term, 'taxonomy')}`,
  );

const count = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);

type TermId = { readonly id: string; readonly row: SourceRow; readonly field: string };

/** Each once: directories give the same term several times. */
function termIds(service: SourceRow, attributes: readonly SourceRow[], report: Report): readonly TermId[] {
  const listed = cell(service, 'taxonomy_ids')
    .split(/[,;|]/)
    .map((id) => ({ id: id.trim(), row: service, field: 'taxonomy_ids' }))
    .filter(({ id }) => id !== '');
  const linked = attributes.map((row) => ({
    id: cell(row, 'taxonomy_term_id'),
    row,
    field: 'taxonomy_term_id',
  }));
  const once = new Map<string, TermId>();
  for (const term of [...listed, ...linked]) {
    if (term.id === '') report.refuse(term.row, term.field, 'names no taxonomy term');
    else if (once.has(term.id))
      report.warn(term.row, term.field, 'a term given twice', { leftOut: true, value: term.id });
    else once.set(term.id, term);
  }
  return [...once.values()];
}

/** HSDS 3 links anything to a term; what is linked to a service has its id, whatever its entity is called. */
function attributesByService(tables: Tables): ReadonlyMap<string, readonly SourceRow[]> {
  return Map.groupBy(rowsOf(tables, 'attributes'), serviceOf);
}

const serviceOf = (row: SourceRow): string => cell(row, 'link_id') || cell(row, 'service_id');

/** @returns a term and what it is part of, the nearest first; by id or code */
function termFinder(tables: Tables, report: Report): (id: string) => readonly SourceRow[] {
  const terms = [...rowsOf(tables, 'taxonomy_terms'), ...rowsOf(tables, 'taxonomies')];
  const byId = rowsBy(terms, 'id');
  const byCode = rowsBy(terms, 'code');
  for (const row of terms) report.use(row);
  const find = (id: string) => byId.get(id)?.[0] ?? byCode.get(id)?.[0];
  // Ohana's parents are codes, even where rows have ids of their own that look like them.
  const parentOf = (row: SourceRow) => {
    const parent = cell(row, 'parent_id');
    return row.table === 'taxonomies' ? (byCode.get(parent)?.[0] ?? byId.get(parent)?.[0]) : find(parent);
  };
  return (id) => {
    const chain: SourceRow[] = [];
    for (let term = find(id); term !== undefined; term = parentOf(term)) {
      if (chain.includes(term)) {
        report.warn(term, 'parent_id', 'a term that is part of itself');
        break;
      }
      chain.push(term);
    }
    return chain;
  };
}
