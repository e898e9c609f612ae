import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inDirectory: EquivalentMutants = {
  'directory/assemble.ts': [
    {
      line: 'for (const row of [visit.service, visit.organization, visit.location]) if (row) report.use(row);',
      mutants: [['row', 'true']],
      why: 'The report is asked about rows; that none is in use changes nothing.',
    },
    {
      line: 'tablesRead.set(table, find);',
      mutants: [['tablesRead.set(table, find);', ';']],
      why: 'It is only remembered; read again it is the same.',
    },
  ],
  'directory/linked-rows.ts': [
    {
      line: 'atLocationId === undefined ? [] : (atLocation.get(atLocationId) ?? []),',
      mutants: [['atLocationId === undefined', 'false']],
      why: 'Nothing is kept under undefined; the check is for the type.',
    },
    {
      line: 'locationId === undefined ? [] : (ofLocation.get(locationId) ?? []),',
      mutants: [['locationId === undefined', 'false']],
      why: 'Nothing is kept under undefined; the check is for the type.',
    },
  ],
  'directory/listing-of.ts': [
    {
      line: "const id = visit.isOneOfSeveral && owner.locationId !== undefined ? `@${owner.locationId}` : '';",
      mutants: [['owner.locationId !== undefined', 'true']],
      why: 'One of several places has an id; the check is for the type.',
    },
  ],
  'directory/map-needs.ts': [
    {
      line: 'const needs = Object.entries(table.needs).map(([code, { terms, codes, keywords, unless = [] }]) => ({',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'No directory says so.',
    },
    {
      line: 'const audiences = Object.entries(table.audiences).map(([code, { words, unless = [] }]) => ({',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'No directory says so.',
    },
  ],
  'directory/needs-of.ts': [
    {
      line: ".flatMap((term) => bench.needs.ofTerm({ name: term, code: '' }))",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No table of needs has such a code.',
    },
    {
      line: "[...bench.needs.ofWords(name, ''), ...situations].filter((code) => !terms.needs.includes(code)),",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No need is told by such words.',
    },
  ],
  'directory/seats.ts': [
    {
      line: 'if (!known.has(id)) known.set(id, find(id));',
      mutants: [['!known.has(id)', 'true']],
      why: 'It is only remembered; found again it is the same.',
    },
    {
      line: 'const zip = address.zip === undefined ? undefined : zipCode(address.zip);',
      mutants: [['address.zip === undefined', 'false']],
      why: 'No ZIP code is found under undefined; the check is for the type.',
    },
  ],
  'directory/service-facts.ts': [
    {
      line: 'if (at !== undefined && at <= aids.now + 86_400_000) return at;',
      mutants: [['at !== undefined', 'true']],
      why: 'Undefined is not before anything; the check is for the type.',
    },
  ],
  'directory/sites.ts': [
    {
      line: 'known.set(location, site);',
      mutants: [['known.set(location, site);', ';']],
      why: 'It is only remembered; read again it is the same, and the report tells it once.',
    },
    {
      line: '...(zip !== undefined && { zip }),',
      mutants: [['zip !== undefined', 'true']],
      why: 'A ZIP code that is undefined is as one that is not given.',
    },
    {
      line: "if (reading.kind === 'point' && reading.mended !== undefined)",
      mutants: [["reading.kind === 'point'", 'true']],
      why: 'Other readings have nothing mended; the check is for the type.',
    },
    {
      line: "const own = reading.kind === 'point' && address?.isPostBox !== true ? reading.point : undefined;",
      mutants: [["reading.kind === 'point'", 'true']],
      why: 'Other readings have no point; the check is for the type.',
    },
  ],
  'directory/summary.ts': [
    {
      line: "place.kind === 'at' && place.approximate ? `by ${place.approximate}` : place.kind,",
      mutants: [["place.kind === 'at'", 'true']],
      why: 'Other places are not approximate; the check is for the type.',
    },
    {
      line: '.sort((one, other) => other.services - one.services || (one.term < other.term ? -1 : 1)),',
      mutants: [['one.term < other.term', 'one.term <= other.term']],
      why: 'Each term stands there once.',
    },
    {
      line: "const key = JSON.stringify([severity, table, field, problem.replaceAll(/\\d[\\d,.]*/g, 'N'), kept]);",
      mutants: [["'N'", '""']],
      why: 'No problem is worded as another one with its number left out.',
    },
  ],
};
