import { describe, expect, it } from 'vitest';
import { hoursOf } from '#shared/domain/directory/hours-of.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { aRow } from './a-row.ts';
import { NOW, told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;

const nineToFive = { weekday: 'Mon', opens_at: '09:00', closes_at: '17:00' };

/** What is known of the hours of a service on 23 November 2026. */
function hours(schedules: readonly Cells[], service: Cells = {}) {
  const report = startReport();
  const rows = schedules.map((cells, index) => aRow('schedules', { ...nineToFive, ...cells }, index + 2));
  const read = hoursOf(aRow('services', service), rows, { report, now: NOW, timeZone: 'America/Denver' });
  return {
    days: read?.rules.map(({ weekday }) => weekday),
    validTo: read?.validTo === undefined ? undefined : new Date(read.validTo).toISOString().slice(0, 10),
    told: told(report),
  };
}

describe('hours', () => {
  it('are those of all schedules, each once', () => {
    expect(hours([{}, { weekday: 'Tue' }, {}])).toEqual({ days: [1, 2], validTo: undefined, told: [] });
  });

  it('that differ by a minute or by the week of the month are all kept', () => {
    expect(hours([{}, { closes_at: '17:01' }, { opens_at: '08:59' }]).days).toEqual([1, 1, 1]);
    const monthly = { weekday: '', freq: 'MONTHLY' };
    expect(
      hours([
        { ...monthly, byday: '1MO' },
        { ...monthly, byday: '2MO' },
      ]).days,
    ).toEqual([1, 1]);
  });

  it('are believed to the end of the last day that somebody vouches for', () => {
    expect(hours([{ valid_to: '2026-12-31' }])).toEqual({ days: [1], validTo: '2027-01-01', told: [] });
    expect(hours([{ valid_to: '2026-12-31' }, { weekday: 'Tue', valid_to: '2026-12-24' }, {}]).validTo).toBe(
      '2026-12-25',
    );
    expect(hours([{ valid_to: '2026-11-23' }])).toEqual({ days: [1], validTo: '2026-11-24', told: [] });
  });

  it('that nobody vouches for any more are kept, and said to be unknown', () => {
    expect(hours([{ valid_to: '2026-11-22' }])).toEqual({
      days: [1],
      validTo: '2026-11-23',
      told: ['schedules 2 valid_to: no longer vouched for: hours count as unknown'],
    });
  });

  it('end on the second', () => {
    const [over, last] = [{ valid_to: '2026-11-22T12:00:00Z' }, { valid_to: '2026-11-22T12:00:01Z' }];
    expect(hours([over, { weekday: 'Tue' }]).days).toEqual([2]);
    expect(hours([last, { weekday: 'Tue' }]).days).toEqual([1, 2]);
  });

  it('of the summer do not make those of the winter unknown', () => {
    expect(hours([{ valid_to: '2026-10-31' }, { weekday: 'Tue', valid_from: '2026-11-01' }])).toEqual({
      days: [2],
      validTo: undefined,
      told: ['schedules 2 valid_to: no longer valid: hours are not kept (left out)'],
    });
  });

  it('are not those of a time to come', () => {
    expect(hours([{ valid_from: '2026-11-24' }])).toEqual({
      days: undefined,
      validTo: undefined,
      told: ['schedules 2 valid_from: not valid yet: hours are not kept (left out)'],
    });
    expect(hours([{ valid_from: '2026-11-23' }]).days).toEqual([1]);
    expect(hours([{ valid_from: '2026-11-23T12:00:00Z' }]).days).toEqual([1]);
    expect(hours([{ valid_from: '2026-11-24' }, { weekday: 'Tue' }]).days).toEqual([2]);
  });

  it('are not vouched for by a schedule that cannot be read', () => {
    expect(hours([{}, { weekday: 'Someday', valid_to: '2026-12-31' }])).toMatchObject({
      days: [1],
      validTo: undefined,
    });
  });

  it('in words count where no schedule can be read', () => {
    const words = { hours: 'Sat 9am-5pm' };
    expect(hours([{}], words).days).toEqual([1]);
    expect(hours([{ weekday: 'Someday' }], words).days).toEqual([6]);
    expect(hours([], words).days).toEqual([6]);
  });
});
