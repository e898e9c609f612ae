import type { Aids } from './aids.ts';
import { linkedRows, type Owner } from './linked-rows.ts';
import { listingOf, type Visit, type Workbench } from './listing-of.ts';
import type { Listing } from './listing.ts';
import { needsMap, type NeedsMap } from './map-needs.ts';
import { phoneReader } from './phones-of.ts';
import type { DirectoryProblem } from './problem.ts';
import { startReport, type Report } from './report.ts';
import { reportRest } from './report-rest.ts';
import { findSecrets } from './secrets.ts';
import { seats } from './seats.ts';
import { serviceFacts, type ServiceFacts } from './service-facts.ts';
import { readSites } from './sites.ts';
import { cell, rowsBy, rowsOf, type SourceRow, type Tables } from './source-row.ts';
import type { TableName } from './tables.ts';
import { readTerms, type Terms } from './terms.ts';
import { uniqueRows } from './unique-rows.ts';
import { visitsOf, type Visiting } from './visits-of.ts';

export type Directory = {
  readonly listings: readonly Listing[];
  readonly problems: readonly DirectoryProblem[];
  /** Terms that the needs table does not know, and how many services each has. */
  readonly unmappedTerms: ReadonlyMap<string, number>;
};

/** Makes listings of rows. Pure; what cannot be kept, mended or believed stands among the problems. */
export function assemble(tables: Tables, aids: Aids): Directory {
  const report = startReport();
  const needs = needsMap(aids.needs);
  const terms = readTerms(tables, needs, report);
  const main = mainRows(tables, aids, report);
  const visits = [...main.services.values()].flatMap((service) => visitsOf(service, main));
  const factsOf = factsOnce(tables, { aids, needs, report, terms }, main);
  const bench = workbench(tables, { aids, report, factsOf, visits, main });
  const listings = visits.map((visit) => {
    for (const row of [visit.service, visit.organization, visit.location]) if (row) report.use(row);
    return listingOf(visit, factsOf(visit.service), bench);
  });
  bench.phones.readRest(rowsOf(tables, 'phones'));
  reportRest(tables, report);
  return { listings, problems: report.problems, unmappedTerms: terms.unmapped };
}

function mainRows(tables: Tables, aids: Aids, report: Report): Visiting {
  const locations = uniqueRows(rowsOf(tables, 'locations'), report);
  const services = uniqueRows(rowsOf(tables, 'services'), report);
  return {
    services,
    organizations: uniqueRows(rowsOf(tables, 'organizations'), report),
    locations,
    atLocations: rowsBy(rowsOf(tables, 'service_at_location'), 'service_id'),
    siteOf: readSites(tables, aids, report),
    report,
  };
}

type Knowing = {
  readonly aids: Aids;
  readonly needs: NeedsMap;
  readonly report: Report;
  readonly terms: Terms;
};

/** A service is read once, whatever number of places it has. */
function factsOnce(
  tables: Tables,
  bench: Knowing,
  { organizations }: Visiting,
): (service: SourceRow) => ServiceFacts {
  const known = new Map<SourceRow, ServiceFacts>();
  const by = (table: TableName) => rowsBy(rowsOf(tables, table), 'service_id');
  const [costs, documents, eligibility] = [by('cost_options'), by('required_documents'), by('eligibility')];
  return (service) => {
    const id = cell(service, 'id');
    const facts =
      known.get(service) ??
      serviceFacts(
        service,
        {
          organization: organizations.get(cell(service, 'organization_id')),
          costs: costs.get(id) ?? [],
          documents: documents.get(id) ?? [],
          eligibility: eligibility.get(id) ?? [],
          terms: bench.terms.ofService(service),
        },
        bench,
      );
    known.set(service, facts);
    return facts;
  };
}

type Making = {
  readonly aids: Aids;
  readonly report: Report;
  readonly factsOf: (service: SourceRow) => ServiceFacts;
  readonly visits: readonly Visit[];
  readonly main: Visiting;
};

function workbench(tables: Tables, { aids, report, factsOf, visits, main }: Making): Workbench {
  const tablesRead = new Map<TableName, ReturnType<typeof linkedRows>>();
  const linked = (table: TableName, owner: Owner) => {
    const find = tablesRead.get(table) ?? linkedRows(tables, table);
    tablesRead.set(table, find);
    return find(owner);
  };
  const isSecret = findSecrets(
    visits.map((visit) => ({
      ...visit,
      needs: factsOf(visit.service)
        .listing.needs.filter(({ known }) => known === 'stated')
        .map(({ code }) => code),
    })),
  );
  const seatOf = seats(tables, { aids, report, visits, main, isSecret });
  return { aids, report, linked, isSecret, seatOf, phones: phoneReader(report) };
}
