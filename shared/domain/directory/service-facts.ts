import type { Aids } from './aids.ts';
import { costOf } from './cost-of.ts';
import type { Listing } from './listing.ts';
import type { NeedsMap } from './map-needs.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { accessibilityOf, languagesOf, type Spoken } from './spoken-and-access.ts';
import type { ServiceTerms } from './terms.ts';
import { audienceOf, needsOf } from './needs-of.ts';
import { readAges } from './values/read-ages.ts';
import { readInstant } from './values/read-instant.ts';
import { readStatus } from './values/read-status.ts';
import { websiteOf } from './website-of.ts';

/** What is the same of a service wherever it is. */
export type ServiceFacts = {
  readonly listing: Omit<
    Listing,
    | 'id'
    | 'serviceId'
    | 'locationId'
    | 'place'
    | 'confidential'
    | 'address'
    | 'phones'
    | 'languages'
    | 'areas'
    | 'accessibility'
  >;
  readonly languagesAt: (rows: readonly SourceRow[], location: SourceRow | undefined) => Spoken;
  readonly accessibilityAt: (
    rows: readonly SourceRow[],
    location: SourceRow | undefined,
  ) => readonly string[];
};

/** Rows of one service in other tables, by table. */
export type ServiceRows = {
  readonly organization: SourceRow | undefined;
  readonly costs: readonly SourceRow[];
  readonly documents: readonly SourceRow[];
  readonly eligibility: readonly SourceRow[];
  readonly terms: ServiceTerms;
};

export type FactsBench = { readonly aids: Aids; readonly needs: NeedsMap; readonly report: Report };

export function serviceFacts(service: SourceRow, rows: ServiceRows, bench: FactsBench): ServiceFacts {
  const { report, aids } = bench;
  const text = (field: string) => readText(service, field, bench);
  const description = text('description');
  const eligibility = [text('eligibility_description'), text('audience'), ...eligibilityIn(rows, bench)];
  const url = websiteOf(service, rows.organization, report);
  const cost = costOf(service, rows.costs, report);
  const verifiedAt = readVerified(service, bench);
  return {
    listing: {
      organizationId: cell(service, 'organization_id'),
      name: aids.plainText(cell(service, 'name').slice(0, LONGEST_NAME)) || 'Unnamed service',
      organization:
        rows.organization === undefined
          ? ''
          : aids.plainText(cell(rows.organization, 'name').slice(0, LONGEST_NAME)),
      ...(description !== '' && { description }),
      status: statusOf(service, report),
      needs: needsOf(service, description, rows.terms, bench),
      ...(url !== undefined && { url }),
      ...agesOf(service, report),
      audience: audienceOf(service, eligibility, rows.terms, bench),
      ...withText('eligibility', [...new Set(eligibility)].filter(Boolean).join('\n')),
      ...(cost !== undefined && { cost }),
      documents: documentsOf(service, rows.documents, bench),
      ...(verifiedAt !== undefined && { verifiedAt }),
    },
    languagesAt: (own, location) => languagesOf(service, own, location, report),
    accessibilityAt: (own, location) => accessibilityOf(service, own, location, report),
  };
}

const withText = (field: 'eligibility', text: string) => (text === '' ? {} : { [field]: text });

/** In characters; nobody reads more to a client, and patterns would take long. */
const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 300;

function readText(row: SourceRow, field: string, { aids, report }: FactsBench): string {
  const whole = cell(row, field);
  const text = whole.slice(0, LONGEST_TEXT);
  if (text.length < whole.length)
    report.warn(row, field, `longer than ${LONGEST_TEXT} characters: cut`, { mended: text });
  const plain = aids.plainText(text);
  if (/<\/?[a-z][^<>]*>/i.test(text)) report.warn(row, field, 'HTML: made plain text', { mended: plain });
  return plain;
}

function eligibilityIn({ eligibility }: ServiceRows, bench: FactsBench): string[] {
  return eligibility.map((row) => {
    bench.report.use(row);
    return readText(row, 'eligibility', bench);
  });
}

function statusOf(service: SourceRow, report: Report): Listing['status'] {
  const text = cell(service, 'status');
  if (text === '') return 'active';
  const status = readStatus(text);
  if (status !== undefined) return status;
  report.warn(service, 'status', 'not a status of the standard: not offered until it is one', {
    mended: 'inactive',
  });
  return 'inactive';
}

function agesOf(service: SourceRow, report: Report): Pick<Listing, 'ages'> {
  const { ages, problem } = readAges(cell(service, 'minimum_age'), cell(service, 'maximum_age'));
  if (problem !== undefined) report.warn(service, problem.field, `age: ${problem.text}`);
  return ages === undefined ? {} : { ages };
}

function documentsOf(service: SourceRow, rows: readonly SourceRow[], bench: FactsBench): readonly string[] {
  const listed = rows.map((row) => {
    bench.report.use(row);
    return readText(row, 'document', bench);
  });
  return [readText(service, 'required_documents', bench), ...listed].filter(
    (text) => text !== '' && !/^none\.?$/i.test(text),
  );
}

/** A day in the future, or before the directory could have been made, tells nothing. */
function readVerified(service: SourceRow, { aids, report }: FactsBench): number | undefined {
  const text = cell(service, 'assured_date');
  if (text === '') return undefined;
  const at = readInstant(text);
  if (at !== undefined && at <= aids.now + 86_400_000) return at;
  report.warn(service, 'assured_date', at === undefined ? 'not a date' : 'a date in the future');
  return undefined;
}
