import type { Aids } from './aids.ts';
import { areasOf } from './areas-of.ts';
import { capacityOf } from './capacity-of.ts';
import { hoursOf } from './hours-of.ts';
import type { Owner } from './linked-rows.ts';
import type { Listing } from './listing.ts';
import type { Phones } from './phones-of.ts';
import { placeOf } from './place-of.ts';
import type { Report } from './report.ts';
import type { SourceRow } from './source-row.ts';
import type { ServiceFacts } from './service-facts.ts';
import type { Seat, Site } from './sites.ts';
import type { TableName } from './tables.ts';
import { withoutStreets } from './values/confidential.ts';

/** One service at one of its places, or at none. */
export type Visit = {
  readonly service: SourceRow;
  readonly organization: SourceRow | undefined;
  readonly location: SourceRow | undefined;
  readonly site: Site | undefined;
  readonly owner: Owner;
  /** It has several places, so that each needs an id of its own. */
  readonly isOneOfSeveral: boolean;
};

export type Workbench = {
  readonly aids: Aids;
  readonly report: Report;
  readonly linked: (table: TableName, owner: Owner) => readonly (readonly SourceRow[])[];
  readonly isSecret: (visit: Visit) => boolean;
  readonly phones: Phones;
  readonly seatOf: (organizationId: string) => Seat | undefined;
};

/** The listing of a visit. Without the place's clock it has no hours: they would be guesses. */
export function listingOf(visit: Visit, facts: ServiceFacts, bench: Workbench): Listing {
  const { service, location, site, owner } = visit;
  const { report } = bench;
  const isSecret = bench.isSecret(visit);
  const seat = bench.seatOf(owner.organizationId);
  const areas = areasOf(
    service,
    bench.linked('service_areas', owner).flat(),
    site?.address?.state ?? seat?.address?.state,
    report,
  );
  const place = placeOf({ service, location, site, seat, areas, isSecret, report });
  const hours = readHours(visit, place.timeZone, bench);
  const capacity = capacityOf(bench.linked('service_capacity', owner).flat(), report);
  const id = visit.isOneOfSeveral && owner.locationId !== undefined ? `@${owner.locationId}` : '';
  if (isSecret)
    report.warn(
      location ?? service,
      'confidential',
      'a secret place: neither address nor coordinates are kept',
    );
  return {
    ...facts.listing,
    id: owner.serviceId + id,
    serviceId: owner.serviceId,
    ...(owner.locationId !== undefined && { locationId: owner.locationId }),
    ...(isSecret && wordsWithoutStreets(facts.listing)),
    place,
    confidential: isSecret,
    ...(!isSecret && site?.address?.lines !== undefined && { address: site.address.lines }),
    phones: bench.phones.of(bench.linked('phones', owner)),
    ...placeWords(visit, facts, bench),
    areas,
    ...(hours !== undefined && { hours }),
    ...(capacity !== undefined && { capacity }),
  };
}

function wordsWithoutStreets({ name, description, eligibility, documents }: ServiceFacts['listing']) {
  return {
    name: withoutStreets(name),
    ...(description !== undefined && { description: withoutStreets(description) }),
    ...(eligibility !== undefined && { eligibility: withoutStreets(eligibility) }),
    documents: documents.map(withoutStreets),
  };
}

function readHours(
  { service, owner }: Visit,
  timeZone: string | undefined,
  { aids, report, linked }: Workbench,
) {
  const groups = linked('schedules', owner);
  // A schedule of the place is overruled by those of the service.
  const schedules = groups.find((rows) => rows.length > 0) ?? [];
  for (const row of groups.flat()) report.use(row);
  if (timeZone === undefined) {
    for (const row of schedules)
      report.warn(row, 'timezone', 'no place, so no clock: hours are not kept', { leftOut: true });
    return undefined;
  }
  return hoursOf(service, schedules, { report, timeZone, now: aids.now });
}

/** Languages and access: what the service says and what its place says. */
function placeWords({ location, owner }: Visit, facts: ServiceFacts, bench: Workbench) {
  const spoken = facts.languagesAt(bench.linked('languages', owner).flat(), location);
  const accessibility = facts.accessibilityAt(bench.linked('accessibility', owner).flat(), location);
  return {
    languages: spoken.languages,
    ...(spoken.interpreters && { interpreters: true }),
    accessibility: [...new Set([...accessibility, ...(spoken.languages.includes('ase') ? ['asl'] : [])])],
  };
}
