import { describe, expect, it } from 'vitest';
import { needsMap } from '#shared/domain/directory/map-needs.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';
import { readTerms } from '#shared/domain/directory/terms.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;

const NEEDS = needsMap({
  needs: {
    food: { terms: ['food'], codes: ['F-1'], keywords: [] },
    meals: { terms: ['meals'], codes: [], keywords: [] },
    shelter: { terms: ['shelter'], codes: [], keywords: [] },
  },
  audiences: {},
});

type Given = {
  service?: Cells;
  terms?: readonly Cells[];
  taxonomies?: readonly Cells[];
  attributes?: readonly Cells[];
};

function termsOf({ service = {}, terms = [], taxonomies = [], attributes = [] }: Given) {
  const report = startReport();
  const rows = (table: TableName, cells: readonly Cells[]): SourceRow[] =>
    cells.map((one, index) => aRow(table, one, index + 2));
  const row = aRow('services', { id: 's1', ...service });
  const tables = new Map([
    ['services', [row]],
    ['taxonomy_terms', rows('taxonomy_terms', terms)],
    ['taxonomies', rows('taxonomies', taxonomies)],
    ['attributes', rows('attributes', attributes)],
  ] as const);
  const reader = readTerms(tables, NEEDS, report);
  const read = reader.ofService(row);
  const unused = [...tables].flatMap(([table, of]) =>
    table === 'services' ? [] : of.filter(report.isUnaccounted),
  );
  return { ...read, unmapped: [...reader.unmapped], told: told(report), unused: unused.length };
}

const nothing = { needs: [], situations: [], hasTerms: false, unmapped: [], told: [], unused: 0 };
const food = { id: 't1', name: 'Food pantry' };
const link = (taxonomy_term_id: string, more: Cells = {}) => ({ link_id: 's1', taxonomy_term_id, ...more });

describe('the terms of a service', () => {
  it('are none where it has none', () => {
    expect(termsOf({ terms: [food] })).toEqual(nothing);
  });

  it.each<[string, Given]>([
    ['a row that links it', { terms: [food], attributes: [link('t1')] }],
    ['a row that names it', { terms: [food], attributes: [{ service_id: 's1', taxonomy_term_id: 't1' }] }],
    ['its column', { terms: [food], service: { taxonomy_ids: 't1' } }],
    ['a code', { terms: [{ id: 'x', code: 't1', name: 'Food' }], service: { taxonomy_ids: 't1' } }],
    [
      'the code of the needs table',
      { terms: [{ id: 't1', code: 'F-1', name: 'Bread' }], attributes: [link('t1')] },
    ],
    ['an older table', { taxonomies: [food], service: { taxonomy_ids: 't1' } }],
  ])('are known by %s', (_, given) => {
    expect(termsOf(given)).toEqual({ ...nothing, needs: ['food'], hasTerms: true });
  });

  it('are those of all its links and of its column, however they are separated', () => {
    const terms = ['food', 'meals', 'shelter'].map((name) => ({ id: name, name }));
    expect(termsOf({ terms, service: { taxonomy_ids: ' food , meals;shelter| ' } }).needs).toEqual([
      'food',
      'meals',
      'shelter',
    ]);
    expect(termsOf({ terms, service: { taxonomy_ids: 'food' }, attributes: [link('meals')] }).needs).toEqual([
      'food',
      'meals',
    ]);
  });

  it('are not those of another service', () => {
    const given = { terms: [food], attributes: [{ link_id: 's2', taxonomy_term_id: 't1' }] };
    expect(termsOf(given)).toEqual({ ...nothing, unused: 1 });
  });

  it('are counted once where several mean the same', () => {
    const terms = [food, { id: 't2', name: 'Food bank' }];
    expect(termsOf({ terms, attributes: [link('t1'), link('t2')] }).needs).toEqual(['food']);
  });

  it('mean what they are part of, where they mean nothing of their own', () => {
    const tree = [
      { id: 'b', name: 'Bread', parent_id: 'm' },
      { id: 'm', name: 'Meals', parent_id: 'f' },
      { id: 'f', name: 'Food' },
    ];
    expect(termsOf({ terms: tree, attributes: [link('b')] })).toEqual({
      ...nothing,
      needs: ['meals'],
      hasTerms: true,
    });
  });

  it('are part of a term by its code in the older table, even where an id looks like it', () => {
    const [bread, meals] = [
      { id: '1', name: 'Bread', parent_id: '3' },
      { id: '2', code: '3', name: 'Meals' },
    ];
    const tree = [bread, meals, { id: '3', code: '9', name: 'Shelter' }];
    expect(termsOf({ taxonomies: tree, attributes: [link('1')] }).needs).toEqual(['meals']);
    expect(termsOf({ terms: tree, attributes: [link('1')] }).needs).toEqual(['shelter']);
    const byId = [{ ...bread, parent_id: '2' }, meals];
    expect(termsOf({ taxonomies: byId, attributes: [link('1')] }).needs).toEqual(['meals']);
  });

  it('that are part of themselves are told', () => {
    const circle = [
      { id: 'a', name: 'Bread', parent_id: 'b' },
      { id: 'b', name: 'Water', parent_id: 'a' },
    ];
    expect(termsOf({ terms: circle, attributes: [link('a')] })).toEqual({
      ...nothing,
      hasTerms: true,
      unmapped: [['Bread', 1]],
      told: ['taxonomy_terms 2 parent_id: a term that is part of itself'],
    });
  });

  it.each([
    ['by its name', { id: 't1', name: 'Bread', code: 'B' }, 'Bread'],
    ['by its code', { id: 't1', code: 'B' }, 'B'],
    ['by its id', { id: 't1' }, 't1'],
  ])('that the needs table does not know are counted, each %s', (_, term, name) => {
    expect(termsOf({ terms: [term], attributes: [link('t1')] })).toEqual({
      ...nothing,
      hasTerms: true,
      unmapped: [[name, 1]],
    });
  });

  it('that the needs table does not know are counted over all services', () => {
    const terms = [1, 2].map((id) => ({ id: String(id), name: 'Bread' }));
    expect(termsOf({ terms, attributes: [link('1'), link('2')] }).unmapped).toEqual([['Bread', 2]]);
  });

  it('that do not exist are told one by one, with the id that leads nowhere', () => {
    const report = startReport();
    const row = aRow('services', { id: 's1', taxonomy_ids: 'x,y' });
    readTerms(new Map(), NEEDS, report).ofService(row);
    expect(report.problems.map(({ value }) => value)).toEqual(['x', 'y']);
  });

  it('that are part of nothing that exists mean what they say', () => {
    const bread = { id: 't1', name: 'Bread', parent_id: 'x' };
    for (const tree of [{ terms: [bread] }, { taxonomies: [bread] }])
      expect(termsOf({ ...tree, attributes: [link('t1')] }).unmapped).toEqual([['Bread', 1]]);
  });

  it('that do not exist are told and counted', () => {
    const { told, ...read } = termsOf({ service: { taxonomy_ids: 'x' }, attributes: [link('y')] });
    expect(read).toEqual({
      ...nothing,
      unmapped: [
        ['x', 1],
        ['y', 1],
      ],
      told: undefined,
      unused: 1,
    });
    expect(told).toEqual([
      'services 2 taxonomy_ids: no such taxonomy term',
      'attributes 2 taxonomy_term_id: no such taxonomy term',
    ]);
  });

  it('that are given twice are told, as are links to none', () => {
    const { needs, told, unused } = termsOf({
      terms: [food],
      attributes: [link('t1'), link('t1'), link('')],
    });
    expect({ needs, unused }).toEqual({ needs: ['food'], unused: 0 });
    expect(told).toEqual([
      'attributes 3 taxonomy_term_id: a term given twice (left out)',
      'attributes 4 taxonomy_term_id: names no taxonomy term (left out)',
    ]);
  });

  it.each([{ type: 'Situations' }, { vocabulary: 'Target population' }, { taxonomy: 'ELIGIBILITY' }])(
    'about whom it serves, by %j, say nothing of what it does',
    (kind) => {
      expect(termsOf({ taxonomies: [{ ...food, ...kind }], attributes: [link('t1')] })).toEqual({
        ...nothing,
        situations: ['Food pantry'],
      });
    },
  );

  it('about whom it serves stand beside those about what it does', () => {
    const terms = [{ id: 't2', name: 'Veterans', taxonomy: 'population' }, food];
    expect(termsOf({ terms, attributes: [link('t2'), link('t1')] })).toEqual({
      ...nothing,
      needs: ['food'],
      situations: ['Veterans'],
      hasTerms: true,
    });
  });
});
