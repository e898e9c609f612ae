import { describe, expect, it } from 'vitest';
import type { HoursRule } from '#shared/domain/directory/listing.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { scheduleRules } from '#shared/domain/directory/schedule-rule.ts';
import { aRow } from './a-row.ts';
import { NOW, told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;

/** `1:9-17`, Monday nine to five; `2nd 1:9-17`, the second one of a month. */
const short = ({ weekday, nth, from, to }: HoursRule) =>
  `${nth === undefined ? '' : `${nth.join()}nd `}${weekday}:${from / 60}-${to / 60}`;

/** What a schedule of a place in Denver comes to, on 23 November 2026. */
function schedule(cells: Cells, timeZone = 'America/Denver') {
  const report = startReport();
  const row = aRow('schedules', cells);
  const rules = scheduleRules(row, { report, now: NOW, timeZone }).map(short);
  const told_ = told(report).map((line) => line.replace('schedules 2 ', ''));
  return { rules, told: told_, isAccountedFor: !report.isUnaccounted(row) };
}

const nineToFive = { opens_at: '09:00', closes_at: '17:00' };
const kept = (...rules: string[]) => ({ rules, told: [], isAccountedFor: true });
const left = (...told: string[]) => ({ rules: [], told, isAccountedFor: true });

describe('a schedule recurs', () => {
  it.each<[string, Cells, string[]]>([
    ['on a weekday', { weekday: 'Monday' }, ['1:9-17']],
    ['on several weekdays', { weekday: 'Mon-Wed' }, ['1:9-17', '2:9-17', '3:9-17']],
    [
      'on all days of the standard',
      { freq: 'WEEKLY', byday: 'MO,TU WE, th,fr,SA,SU,' },
      ['1:9-17', '2:9-17', '3:9-17', '4:9-17', '5:9-17', '6:9-17', '7:9-17'],
    ],
    ['on days, by the week unless it says else', { byday: 'MO' }, ['1:9-17']],
    ['every week', { byday: 'MO', freq: 'weekly', interval: '1' }, ['1:9-17']],
    [
      'on some of a month',
      { freq: 'monthly', byday: '1MO,+2TU,3WE,4TH,5FR,-1SA' },
      ['1nd 1:9-17', '2nd 2:9-17', '3nd 3:9-17', '4nd 4:9-17', '5nd 5:9-17', '-1nd 6:9-17'],
    ],
    ['on every Monday of a month', { freq: 'MONTHLY', byday: 'MO' }, ['1:9-17']],
    ['on the day it began', { freq: 'WEEKLY', dtstart: '2026-11-24' }, ['2:9-17']],
    ['on the Sunday it began', { freq: 'WEEKLY', dtstart: '2026-11-22' }, ['7:9-17']],
    ['until the end of today', { byday: 'MO', until: '2026-11-23' }, ['1:9-17']],
    ['by its weekday, whatever else is there', { weekday: 'Monday', until: '2020-01-01' }, ['1:9-17']],
    ['by the week, beside days of the month', { freq: 'WEEKLY', byday: 'MO', bymonthday: '1' }, ['1:9-17']],
    [
      'by the month, beside weeks of the year',
      { freq: 'MONTHLY', byday: '1MO', byweekno: '1' },
      ['1nd 1:9-17'],
    ],
    ['by the week, beside days of the year', { freq: 'WEEKLY', byday: 'MO', byyearday: '1' }, ['1:9-17']],
  ])('%s', (_, cells, rules) => {
    expect(schedule({ ...nineToFive, ...cells })).toEqual(kept(...rules));
  });

  it.each<[Cells, string]>([
    [{ weekday: 'Someday' }, 'weekday: not a weekday'],
    [{ byday: 'MO', until: '2026-11-22' }, 'until: it is over'],
    [{ byday: 'MO', until: '2026-11-22T12:00:00Z' }, 'until: it is over'],
    [{ byday: 'MO', freq: 'WEEKLY', byweekno: '1' }, 'byweekno: not by the week'],
    [{ byday: 'MO', freq: 'MONTHLY', bymonthday: '1' }, 'bymonthday: not by the week'],
    [{ byday: 'MO', bymonthday: '1' }, 'bymonthday: not by the week'],
    [{ freq: 'WEEKLY', dtstart: '2026-11-22', byyearday: '1' }, 'byyearday: not by the week'],
    [{ byday: 'MO', interval: '2' }, 'interval: not every week'],
    [{ byday: 'MO', interval: 'other' }, 'interval: not every week'],
    [{}, 'byday: which days is not clear'],
    [{ freq: 'WEEKLY' }, 'byday: which days is not clear'],
    [{ dtstart: '2026-11-22' }, 'byday: which days is not clear'],
    [{ freq: 'MONTHLY', dtstart: '2026-11-22' }, 'byday: which days is not clear'],
    [{ freq: 'YEARLY', byday: 'MO' }, 'freq: which days is not clear'],
    [{ freq: 'WEEKLY', byday: 'MO,XX' }, 'freq: which days is not clear'],
    [{ freq: 'WEEKLY', byday: '1MO' }, 'freq: which days is not clear'],
    [{ byday: '1MO' }, 'freq: which days is not clear'],
    [{ freq: 'MONTHLY', byday: '-2MO' }, 'freq: which days is not clear'],
    [{ freq: 'MONTHLY', byday: '6MO' }, 'freq: which days is not clear'],
    [{ freq: 'MONTHLY', byday: '0MO' }, 'freq: which days is not clear'],
    [{ freq: 'MONTHLY', byday: '21MO' }, 'freq: which days is not clear'],
    [{ freq: 'WEEKLY', byday: 'MOX' }, 'freq: which days is not clear'],
  ])('in no way that weekly hours could hold where it says %j', (cells, problem) => {
    expect(schedule({ ...nineToFive, ...cells })).toEqual(left(`${problem}: hours are not kept (left out)`));
  });
});

describe('the times of a schedule', () => {
  it('are left out where they are not clear', () => {
    expect(schedule({ weekday: 'Mon', opens_at: 'soon' })).toEqual(
      left('closes_at: “soon” is not a time of day: hours are not kept (left out)'),
    );
    expect(schedule({ weekday: 'Mon', closes_at: '17:00' })).toEqual(
      left('closes_at: nothing is not a time of day: hours are not kept (left out)'),
    );
  });

  it('are mended where it closes before it opens', () => {
    expect(schedule({ weekday: 'Mon', opens_at: '10:00', closes_at: '4:00' })).toEqual({
      ...kept('1:10-16'),
      told: ['closes_at: closes before it opens: read as the afternoon -> 10:00-16:00'],
    });
  });

  it('are read from words where there are no others', () => {
    const all =
      'Mon 1pm-2pm, Tue 1pm-2pm, Wed 1pm-2pm, Thu 1pm-2pm, Fri 1pm-2pm, Sat 1pm-2pm, Sun 9am-12:30pm';
    expect(schedule({ description: all })).toMatchObject({
      rules: ['1:13-14', '2:13-14', '3:13-14', '4:13-14', '5:13-14', '6:13-14', '7:9-12.5'],
      told: [
        'description: hours in words: read -> Mon 13-14, Tue 13-14, Wed 13-14, Thu 13-14, Fri 13-14, Sat 13-14, Sun 9-12.5',
      ],
    });
  });

  it('are not known where nothing says them, and what stood there is reported', () => {
    expect(schedule({})).toEqual(left('opens_at: no times: hours are not kept (left out)'));
    const report = startReport();
    const row = aRow('schedules', { description: 'by appointment' });
    expect(scheduleRules(row, { report, now: NOW, timeZone: 'America/Denver' })).toEqual([]);
    expect(report.problems).toMatchObject([{ field: 'opens_at', value: 'by appointment', kept: false }]);
  });
});

const CLOCK = 'timezone: told by another clock than the place’s ->';

describe('the clock of a schedule', () => {
  it.each(['-7', '-6', '-420', '-360', '', 'MST'])('is that of the place where it says %j', (timezone) => {
    expect(schedule({ ...nineToFive, weekday: 'Mon', timezone })).toEqual(kept('1:9-17'));
  });

  it.each<[string, Cells, string, string]>([
    ['UTC', { opens_at: '16:00Z', closes_at: '24:00' }, '1:9-17', '-420'],
    ['UTC in its column', { timezone: '0', opens_at: '16:00', closes_at: '24:00' }, '1:9-17', '-420'],
    ['New York', { timezone: '-5' }, '1:7-15', '-120'],
    ['New York, in minutes', { timezone: '-300' }, '1:7-15', '-120'],
    ['Hawaii', { timezone: '-10' }, '1:12-20', '+180'],
    ['the easternmost clock', { timezone: '14' }, '7:12-20', '-1260'],
    ['the day before, in UTC', { opens_at: '02:00Z', closes_at: '10:00' }, '7:19-27', '-420'],
    [
      'the next day, from the west',
      { timezone: '-12', opens_at: '20:00', closes_at: '22:00' },
      '2:1-3',
      '+300',
    ],
    ['summer', { timezone: '0', valid_from: '2026-07-01' }, '1:3-11', '-360'],
    ['the summer it began in', { timezone: '0', dtstart: '2026-07-01' }, '1:3-11', '-360'],
    [
      'the season it is valid in',
      { timezone: '0', dtstart: '2026-07-01', valid_from: '2026-01-01' },
      '1:2-10',
      '-420',
    ],
  ])('is moved from %s', (_, cells, rule, minutes) => {
    expect(schedule({ ...nineToFive, weekday: 'Mon', ...cells })).toEqual({
      ...kept(rule),
      told: [`${CLOCK} ${minutes} minutes, the clock of America/Denver`],
    });
  });

  it('is nobody’s matter where it is open day and night', () => {
    const always = { weekday: 'Mon', opens_at: '00:00', closes_at: '23:59', timezone: '0' };
    expect(schedule(always).rules).toEqual(['1:0-24']);
    expect(schedule({ ...always, closes_at: '12:00' }).rules).toEqual(['7:17-29']);
    expect(schedule({ ...always, opens_at: '12:00', closes_at: '24:00' }).rules).toEqual(['1:5-17']);
  });

  it('does not move a day of the month to another, which would be another week’s', () => {
    const monthly = { freq: 'MONTHLY', byday: '1TU,MO', timezone: '0', closes_at: '23:00' };
    expect(schedule({ ...monthly, opens_at: '12:00' }).rules).toEqual(['1nd 2:5-16', '1:5-16']);
    const moved = schedule({ ...monthly, opens_at: '02:00' });
    expect(moved.rules).toEqual([]);
    expect(moved.told.at(-1)).toBe(
      'timezone: days of a month by another clock: hours are not kept (left out)',
    );
    expect(moved.isAccountedFor).toBe(true);
  });

  it('moves a Sunday to a Monday', () => {
    const sunday = { weekday: 'Sun', opens_at: '20:00', closes_at: '22:00', timezone: '-12' };
    expect(schedule(sunday).rules).toEqual(['1:1-3']);
  });

  it('is that of summer or of winter, on either side of the equator', () => {
    const pagoPago = { ...nineToFive, weekday: 'Mon', timezone: '-11' };
    expect(schedule(pagoPago, 'Pacific/Pago_Pago')).toEqual(kept('1:9-17'));
  });
});
