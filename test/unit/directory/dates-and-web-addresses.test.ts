import { describe, expect, it } from 'vitest';
import { startReport } from '#shared/domain/directory/report.ts';
import { readInstant } from '#shared/domain/directory/values/read-instant.ts';
import { readStatus } from '#shared/domain/directory/values/read-status.ts';
import { readUrl } from '#shared/domain/directory/values/read-url.ts';
import { websiteOf } from '#shared/domain/directory/website-of.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

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
    ['2026-1-2', '2026-01-02T00:00:00Z'],
  ])('%s is read', (text, at) => {
    expect(readInstant(text)).toBe(Date.parse(at));
  });

  it.each([
    '',
    'soon',
    '2026-13-01',
    '2026-02-29',
    '2026-02-30T10:00:00Z',
    '2026-01-01Z',
    '2026-01-01T',
    '2026-11-23T14:00Z or so',
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
    ['example.org?to=https://example.com', 'https://example.org?to=https://example.com'],
    ['See.example.org.', 'https://See.example.org'],
    ['https://example.org/a, or not', 'https://example.org/a'],
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
    'https://.example.org',
    'https://example..org',
    'see:http://example.org',
    'tel:+14105550134',
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
