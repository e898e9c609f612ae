import { describe, expect, it } from 'vitest';
import type { Hours, HoursRule } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { aListing, aQuery, onlyMatch } from './a-listing.ts';

const NEW_YORK = 'America/New_York';
const at = (text: string) => Date.parse(text);

function said(hours: Hours, query: Partial<MatchQuery>): string[] {
  const { for: reasons, against } = onlyMatch(aListing({ id: 'a', hours }), aQuery(query));
  return [...reasons, ...against].filter((code) => /open|closed|hours/.test(code));
}

const weekly = (...rules: HoursRule[]): Hours => ({ timeZone: NEW_YORK, rules });
const sunday: HoursRule = { weekday: 7, from: 9 * 60, to: 17 * 60 };
const isOpen = (hours: Hours, text: string) => said(hours, { at: at(text) })[0] === 'open-now';

describe('a listing is open', () => {
  it('from the first minute of its hours, and not in the minute when it closes', () => {
    const monday = weekly({ weekday: 1, from: 540, to: 1020 });
    expect(isOpen(monday, '2026-11-23T08:59:00-05:00')).toBe(false);
    expect(isOpen(monday, '2026-11-23T09:00:00-05:00')).toBe(true);
    expect(isOpen(monday, '2026-11-23T16:59:00-05:00')).toBe(true);
    expect(isOpen(monday, '2026-11-23T17:00:00-05:00')).toBe(false);
  });

  it.each([
    ['the clocks were put back', '2026-11-01', '-05:00'],
    ['the clocks were put forward', '2026-03-08', '-04:00'],
  ])('by its own clocks on the Sunday when %s', (_, day, offset) => {
    expect(isOpen(weekly(sunday), `${day}T08:55:00${offset}`)).toBe(false);
    expect(isOpen(weekly(sunday), `${day}T09:00:00${offset}`)).toBe(true);
    expect(isOpen(weekly(sunday), `${day}T16:55:00${offset}`)).toBe(true);
    expect(isOpen(weekly(sunday), `${day}T17:00:00${offset}`)).toBe(false);
  });

  it('twice in the hour that comes twice', () => {
    const night = weekly({ weekday: 7, from: 60, to: 120 });
    expect(isOpen(night, '2026-11-01T01:30:00-04:00')).toBe(true);
    expect(isOpen(night, '2026-11-01T01:30:00-05:00')).toBe(true);
    expect(isOpen(night, '2026-11-01T02:00:00-05:00')).toBe(false);
  });

  it('on the clocks of its place and not of the client', () => {
    const inPhoenix: Hours = { ...weekly({ weekday: 1, from: 540, to: 600 }), timeZone: 'America/Phoenix' };
    expect(isOpen(inPhoenix, '2026-11-23T09:30:00-07:00')).toBe(true);
    expect(isOpen(inPhoenix, '2026-11-23T09:30:00-05:00')).toBe(false);
  });

  it('after midnight, from Sunday into Monday', () => {
    const late = weekly({ weekday: 7, from: 20 * 60, to: 26 * 60 });
    expect(isOpen(late, '2026-11-23T01:55:00-05:00')).toBe(true);
    expect(isOpen(late, '2026-11-23T02:00:00-05:00')).toBe(false);
    expect(isOpen(late, '2026-11-22T01:55:00-05:00')).toBe(false);
  });

  it('on the second and the last Tuesday of a month alone', () => {
    const tuesdays = weekly({ weekday: 2, nth: [2, -1], from: 540, to: 600 });
    const open = ['03', '10', '17', '24'].filter((day) => isOpen(tuesdays, `2026-11-${day}T09:30:00-05:00`));
    expect(open).toEqual(['10', '24']);
  });

  it('after midnight of such a day, also into the next month', () => {
    const lastMonday = weekly({ weekday: 1, nth: [-1], from: 22 * 60, to: 25 * 60 });
    expect(isOpen(lastMonday, '2026-12-01T00:30:00-05:00')).toBe(true);
    expect(isOpen(lastMonday, '2026-11-24T00:30:00-05:00')).toBe(false);
    // The first Monday of June, after the last Sunday of May.
    expect(isOpen(lastMonday, '2026-06-01T23:00:00-04:00')).toBe(false);
  });

  it('nobody knows when, once what was said of its hours is out of date', () => {
    const monday = { ...weekly({ weekday: 1, from: 0, to: 1440 }), validTo: at('2026-11-23T10:00:00-05:00') };
    expect(said(monday, { at: at('2026-11-23T09:59:00-05:00') })).toEqual(['open-now']);
    expect(said(monday, { at: at('2026-11-23T10:00:00-05:00') })).toEqual(['hours:out-of-date']);
  });
});

describe('for a client who can only call at some hours, a listing', () => {
  const can = (from: string, to: string): Partial<MatchQuery> => ({
    at: at('2026-11-23T10:00:00-05:00'),
    canCall: { timeZone: 'America/Los_Angeles', hours: [{ from, to }] },
  });
  const office = weekly({ weekday: 3, from: 540, to: 1020 });

  it('is good that is open in them, within the week', () => {
    expect(said(office, can('13:00', '14:05'))).toEqual(['open-when-client-can-call']);
  });

  it('is not, that is open at no such hour', () => {
    expect(said(office, can('14:00', '23:00'))).toEqual(['closed-when-client-can-call']);
  });

  it('is not called open now while the client cannot call', () => {
    const monday = weekly({ weekday: 1, from: 540, to: 720 });
    expect(said(monday, can('06:00', '09:00'))).toEqual(['open-now']);
    expect(said(monday, can('07:30', '08:00'))).toEqual(['open-when-client-can-call']);
  });
});
