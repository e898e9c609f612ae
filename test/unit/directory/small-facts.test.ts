import { describe, expect, it } from 'vitest';
import { capacityOf } from '#shared/domain/directory/capacity-of.ts';
import { costOf } from '#shared/domain/directory/cost-of.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { readAges } from '#shared/domain/directory/values/read-ages.ts';
import { readCost } from '#shared/domain/directory/values/read-cost.ts';
import { readInstant } from '#shared/domain/directory/values/read-instant.ts';
import { readStatus } from '#shared/domain/directory/values/read-status.ts';
import { readUrl } from '#shared/domain/directory/values/read-url.ts';
import { websiteOf } from '#shared/domain/directory/website-of.ts';
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

describe('a status', () => {
  it.each([
    ['active', 'Active open PUBLISHED'],
    ['inactive', 'inactive closed archived deleted suspended'],
    ['defunct', 'defunct permanently_closed Permanently-Closed'],
    ['temporarily-closed', 'temporarily_closed temporarily__closed'],
  ])('%s has many names', (status, names) => {
    for (const name of names.split(' ')) expect(readStatus(name), name).toBe(status);
  });
});

describe('a date or a moment', () => {
  it.each([
    ['2026-11-23', '2026-11-23T00:00:00Z'],
    ['1/2/2026', '2026-01-02T00:00:00Z'],
    ['12/31/1900', '1900-12-31T00:00:00Z'],
    ['2026-11-23 14:00', '2026-11-23T14:00:00Z'],
    ['2026-11-23T14:00Z', '2026-11-23T14:00:00Z'],
    ['2026-11-23T14:00:00-0500', '2026-11-23T19:00:00Z'],
    ['2026-11-23T14:00:00-05:00', '2026-11-23T19:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
  ])('%s is read', (text, at) => {
    expect(readInstant(text)).toBe(Date.parse(at));
  });

  it.each([
    '',
    'soon',
    '2026-13-01',
    '2026-02-29',
    '0/1/2026',
    '13/1/2026',
    '1/32/2026',
    '1/2/26',
    'on 1/2/2026',
    '1/2/2026 or so',
    '12026-01-01',
    '1899-12-31',
    '2026-11-23T25:00',
    '2026-11-23 later',
  ])('%j is none', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});

describe('a web address', () => {
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['www.example.org and more', 'https://www.example.org'],
  ])('%j is opened as %s', (text, url) => {
    expect(readUrl(text)).toBe(url);
  });

  it.each([
    '',
    'none',
    'mailto:a@example.org',
    'ftp://example.org',
    'file:///etc/x',
    'https://',
    'localhost',
    'https://.org',
    'https://example.',
    'me@example.org',
    'http://a b',
    ' example.org',
    'data:text/html,1.2',
  ])('%j is none', (text) => {
    expect(readUrl(text)).toBeUndefined();
  });

  it('is the service’s own, else its organization’s', () => {
    const website = (url: string, organization?: string) => {
      const report = startReport();
      const of = organization === undefined ? undefined : aRow('organizations', { website: organization });
      return { url: websiteOf(aRow('services', { url }), of, report), told: told(report) };
    };
    expect(website('a.example.org', 'b.example.org')).toEqual({ url: 'https://a.example.org', told: [] });
    expect(website('', 'b.example.org')).toEqual({ url: 'https://b.example.org', told: [] });
    expect(website('see notes', 'b.example.org')).toEqual({
      url: 'https://b.example.org',
      told: ['services 2 url: not a web address'],
    });
    expect(website('', 'none')).toEqual({
      url: undefined,
      told: ['organizations 2 website: not a web address'],
    });
    expect(website('')).toEqual({ url: undefined, told: [] });
  });
});
