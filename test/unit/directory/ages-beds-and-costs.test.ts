import { describe, expect, it } from 'vitest';
import { capacityOf } from '#shared/domain/directory/capacity-of.ts';
import { costOf } from '#shared/domain/directory/cost-of.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { readAges } from '#shared/domain/directory/values/read-ages.ts';
import { readCost } from '#shared/domain/directory/values/read-cost.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;

describe('places that are free', () => {
  function capacity(...rows: readonly Cells[]) {
    const report = startReport();
    const read = rows.map((cells, index) => aRow('service_capacity', cells, index + 2));
    const found = capacityOf(read, report);
    return { found, told: told(report), unused: read.filter(report.isUnaccounted).length };
  }
  const updated = '2026-11-20T10:00:00Z';
  const at = Date.parse(updated);

  it('are those that were counted last', () => {
    const rows = [
      { available: '1', updated: '2026-11-19' },
      { available: '2', maximum: '2', updated },
      { available: '3' },
    ];
    expect(capacity(...rows)).toEqual({
      found: { state: 'capacity', available: 2, at },
      told: ['service_capacity 4 updated: not said when: its age is unknown'],
      unused: 0,
    });
    expect(capacity(...rows.toReversed()).found).toEqual({ state: 'capacity', available: 2, at });
  });

  it('may be none, or of a day that nobody told', () => {
    expect(capacity({ available: '0', updated }).found).toEqual({ state: 'no-capacity', available: 0, at });
    expect(capacity({ available: '1' }).found).toStrictEqual({ state: 'capacity', available: 1 });
  });

  it.each([
    [{ available: '' }, 'not a number of places: capacity is unknown'],
    [{ available: 'some' }, 'not a number of places: capacity is unknown'],
    [{ available: '1.5' }, 'not a number of places: capacity is unknown'],
    [{ available: '-1' }, 'not a number of places: capacity is unknown'],
    [{ available: '3', maximum: '2' }, 'more than the maximum of 2: capacity is unknown'],
  ])('are unknown where it says %j', (cells, problem) => {
    expect(capacity({ ...cells, updated })).toEqual({
      found: undefined,
      told: [`service_capacity 2 available: ${problem}`],
      unused: 0,
    });
  });
});

describe('what it costs', () => {
  const cost = (fees_description: string, ...options: readonly Cells[]) => {
    const report = startReport();
    const rows = options.map((cells, index) => aRow('cost_options', cells, index + 2));
    const found = costOf(aRow('services', { fees_description }), rows, report);
    expect(rows.filter(report.isUnaccounted)).toEqual([]);
    return found;
  };

  it('is told by words before amounts, and by amounts before nothing', () => {
    expect(cost('Sliding scale', { amount: '20' })).toBe('sliding-scale');
    expect(cost('', { option: 'Free', amount: '20' })).toBe('free');
    expect(cost('', { option: 'Adults', amount: '20' }, { amount: '0' })).toBe('fee');
    expect(cost('', { amount: '0' }, { amount: '0.00' }, {})).toBe('free');
    expect(cost('', { amount: '0' }, { amount: 'ask' })).toBeUndefined();
    expect(cost('', { amount: '-1' })).toBeUndefined();
    expect(cost('Ask us', { option: 'Adults' })).toBeUndefined();
    expect(cost('Adults', { option: 'sliding' })).toBe('sliding-scale');
    expect(cost('')).toBeUndefined();
  });

  it.each([
    ['no fee', 'free'],
    ['No fees', 'free'],
    ['No costs', 'free'],
    ['no charge', 'free'],
    ['$0', 'free'],
    ['0.00', 'free'],
    ['Gratis', 'free'],
    ['gratuito', 'free'],
    ['Free of charge', 'free'],
    ['Free for veterans', 'free'],
    ['Free ($ 0)', 'free'],
    ['Free for residents; others $5', 'fee'],
    ['Free for the days', undefined],
    ['Free for 30 days', undefined],
    ['Free  for six  weeks, then rent', 'fee'],
    ['Freedom', undefined],
    ['Not free', undefined],
    ['Nonesuch', undefined],
    ['Sliding fee', 'sliding-scale'],
    ['backsliding', undefined],
    ['based on income', 'sliding-scale'],
    ['Based upon the ability to pay', 'sliding-scale'],
    ['depends on your household income', 'sliding-scale'],
    ['depending on income', 'sliding-scale'],
    ['varies  with  income', 'sliding-scale'],
    ['vary according to need and the income', 'sliding-scale'],
    ['varies by one two three four income', undefined],
    ['$ 5', 'fee'],
    ['$5', 'fee'],
    ['Fees vary', 'fee'],
    ['a fee  varies', 'fee'],
    ['fees apply', 'fee'],
    ['fee charged', 'fee'],
    ['fee required', 'fee'],
    ['Fixed fee', 'fee'],
    ['set  fees', 'fee'],
    ['flat rate', 'fee'],
    ['Membership fee', 'fee'],
    ['member  dues', 'fee'],
    ['Rent', 'fee'],
    ['parents', undefined],
    ['30% of income', 'fee'],
    ['30%  of income', 'fee'],
    ['coffees vary', undefined],
    ['Free. Suggested: $ 5', 'fee'],
    ['Free  for  6  weeks', undefined],
    ['based on the  family  income', 'sliding-scale'],
    ['offset fees', undefined],
    ['dollars', undefined],
  ] as const)('in words, %j is %s', (text, expected) => {
    expect(readCost(text)).toBe(expected);
  });
});

describe('ages', () => {
  const anyAge = (field: string) => ({ field, text: 'stands for any age: no limit' });
  it.each([
    ['1', '119', { ages: { from: 1, to: 119 } }],
    ['18', '18', { ages: { from: 18, to: 18 } }],
    ['0', '17.9', { ages: { to: 17 } }],
    ['0', '', {}],
    ['', '0', {}],
    ['0', '0', {}],
    ['', '120', { problem: anyAge('maximum_age') }],
    ['', '-1', { problem: anyAge('maximum_age') }],
    ['120', '', { problem: anyAge('minimum_age') }],
    ['-1', '17', { ages: { to: 17 }, problem: anyAge('minimum_age') }],
    ['18', '-1', { ages: { from: 18 }, problem: anyAge('maximum_age') }],
    ['0', '120', { problem: anyAge('maximum_age') }],
    [
      '17.5',
      '0',
      { ages: { from: 17 }, problem: { field: 'maximum_age', text: 'stands for nobody: no limit' } },
    ],
    ['-1', '-1', { problem: anyAge('minimum_age') }],
    [
      '18',
      '0',
      { ages: { from: 18 }, problem: { field: 'maximum_age', text: 'stands for nobody: no limit' } },
    ],
    ['18', 'old', { problem: { field: 'maximum_age', text: 'not an age' } }],
    ['Infinity', '', { problem: { field: 'minimum_age', text: 'not an age' } }],
    ['18', '17', { problem: { field: 'maximum_age', text: 'younger than the youngest' } }],
  ])('from %j to %j', (from, to, reading) => {
    expect(readAges(from, to)).toStrictEqual(reading);
  });
});
