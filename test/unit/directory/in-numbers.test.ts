import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';
import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import { summarize } from '#shared/domain/directory/summary.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';
import { listingOf, pantry } from './any-directory.ts';

const listing = listingOf(pantry);
const { place: there } = listing;

type Given = {
  readonly listings?: readonly Partial<Listing>[];
  readonly problems?: readonly Partial<DirectoryProblem>[];
  readonly rows?: Readonly<Partial<Record<TableName, readonly number[]>>>;
  readonly unmapped?: readonly (readonly [string, number])[];
};

const files = [{ name: 'services.csv', table: 'services', rows: 3, encoding: 'UTF-8' }];
const unreadColumns = { services: ['Colour'] };

function summaryOf({ listings = [], problems = [], rows = {}, unmapped = [] }: Given) {
  const tables = new Map(
    (Object.entries(rows) as [TableName, readonly number[]][]).map(([table, numbers]) => [
      table,
      numbers.map((row): SourceRow => ({ table, row, cells: {} })),
    ]),
  );
  const directory = {
    listings: listings.map((change) => ({ ...listing, ...change })),
    problems: [],
    unmappedTerms: new Map(unmapped),
  };
  return summarize(
    { tables, files, unreadColumns },
    directory,
    problems.map((change) => ({ ...problem, ...change })),
  );
}

const problem: DirectoryProblem = {
  severity: 'warning',
  table: 'services',
  row: 2,
  field: 'name',
  value: '',
  problem: 'no name',
  kept: true,
};

describe('what an operator is told of a directory in numbers', () => {
  it('is nothing of an empty one', () => {
    expect(summaryOf({})).toEqual({
      listings: 0,
      offered: 0,
      rows: {},
      places: {},
      confidential: 0,
      withHours: 0,
      withPhone: 0,
      needs: {},
      unmappedTerms: [],
      commonest: [],
      files,
      unreadColumns,
    });
  });

  it('counts what is offered: active, and for a need', () => {
    const listings = [
      {},
      {},
      { status: 'inactive' },
      { needs: [] },
      { status: 'defunct', needs: [] },
    ] as const;
    expect(summaryOf({ listings })).toMatchObject({ listings: 5, offered: 2 });
  });

  it('counts what has hours, what has a telephone, what is secret', () => {
    const listings = [
      { hours: { timeZone: 'America/New_York', rules: [] } },
      { confidential: true, phones: [] },
      { phones: [] },
      {},
      {},
    ];
    expect(summaryOf({ listings })).toMatchObject({ withHours: 1, withPhone: 3, confidential: 1 });
  });

  it('counts by how a place is known', () => {
    if (there.kind !== 'at') throw new Error('a pantry in Baltimore');
    const places: Listing['place'][] = [
      there,
      there,
      { ...there, approximate: 'zip' },
      { ...there, approximate: 'organization' },
      { kind: 'virtual' },
      { kind: 'unknown' },
    ];
    expect(summaryOf({ listings: places.map((place) => ({ place })) }).places).toEqual({
      at: 2,
      'by zip': 1,
      'by organization': 1,
      virtual: 1,
      unknown: 1,
    });
  });

  it('counts each need, apart where it is only inferred', () => {
    const listings: Partial<Listing>[] = [
      {
        needs: [
          { code: 'food', known: 'stated' },
          { code: 'legal', known: 'inferred' },
        ],
      },
      { needs: [{ code: 'food', known: 'inferred' }] },
      { needs: [{ code: 'food', known: 'stated' }] },
    ];
    expect(summaryOf({ listings }).needs).toEqual({
      food: { stated: 2, inferred: 1 },
      legal: { stated: 0, inferred: 1 },
    });
  });

  it('lists unknown terms by how many services have them, then by name', () => {
    const unmapped = [
      ['Kites', 1],
      ['Zithers', 3],
      ['Boats', 1],
      ['Ropes', 1],
    ] as const;
    expect(summaryOf({ unmapped }).unmappedTerms).toEqual([
      { term: 'Zithers', services: 3 },
      { term: 'Boats', services: 1 },
      { term: 'Kites', services: 1 },
      { term: 'Ropes', services: 1 },
    ]);
  });

  it('counts rows, with those that reading left out, each once', () => {
    const left = { kept: false } as const;
    const problems = [
      { ...left, row: 3 },
      { ...left, row: 3, field: 'status' },
      { ...left, row: 9 },
      { row: 2 },
      { ...left, table: 'phones', row: 2 },
    ];
    expect(summaryOf({ rows: { services: [2, 3, 4], phones: [2], locations: [2] }, problems }).rows).toEqual({
      services: { read: 4, leftOut: 2 },
      phones: { read: 1, leftOut: 1 },
      locations: { read: 1, leftOut: 0 },
    });
  });
});

describe('the commonest problems of a directory', () => {
  const commonest = (...problems: Partial<DirectoryProblem>[]) =>
    summaryOf({ problems }).commonest.map(({ count, firstRow, ...rest }) => [
      count,
      firstRow,
      rest.problem,
      rest.field,
    ]);

  it('come first, each with the first row that has it', () => {
    expect(
      commonest(
        { row: 5 },
        { row: 6, field: 'status', problem: 'odd' },
        { row: 7, field: 'status', problem: 'odd' },
      ),
    ).toEqual([
      [2, 6, 'odd', 'status'],
      [1, 5, 'no name', 'name'],
    ]);
    expect(summaryOf({ problems: [{ row: 5, value: 'x' }] }).commonest).toEqual([
      {
        severity: 'warning',
        table: 'services',
        field: 'name',
        problem: 'no name',
        kept: true,
        count: 1,
        firstRow: 5,
      },
    ]);
  });

  it('are the same whatever numbers stand in them', () => {
    expect(
      commonest(
        { row: 2, problem: '1,250 km from the ZIP code' },
        { row: 3, problem: '9.5 km from the ZIP code' },
        { row: 4, problem: '130 km from the ZIP code' },
      ),
    ).toEqual([[3, 2, '1,250 km from the ZIP code', 'name']]);
  });

  it.each([
    { severity: 'error' },
    { table: 'phones' },
    { field: 'status' },
    { problem: 'no such name' },
    { kept: false },
  ] as const)('are another one with %j', (change) => {
    expect(commonest({}, change)).toHaveLength(2);
  });
});
