import { describe, expect, it } from 'vitest';
import type { HoursRule } from '#shared/domain/directory/listing.ts';
import { readHoursText } from '#shared/domain/directory/values/read-hours-text.ts';
import { readOpening } from '#shared/domain/directory/values/read-opening.ts';
import { directoryOf, listingOf, NOW, pantry, told } from './any-directory.ts';

const short = (rules: readonly HoursRule[] | undefined) =>
  rules
    ?.map(({ weekday, nth, from, to }) => `${nth?.join() ?? ''}${weekday}:${from / 60}-${to / 60}`)
    .join(' ');

const schedules = (...rows: Record<string, string>[]) => ({
  ...pantry,
  schedules: rows.map((row, index) => ({ id: `h${index}`, service_id: 's1', ...row })),
});

const hours = (...rows: Record<string, string>[]) => short(listingOf(schedules(...rows)).hours?.rules);

describe('hours in words', () => {
  it.each([
    ['Mon-Fri 9am-5pm', '1:9-17 2:9-17 3:9-17 4:9-17 5:9-17'],
    ['Monday through Tuesday, 9:00 a.m. to 5:00 p.m.', '1:9-17 2:9-17'],
    ['Mon, Wed & Fri 10:00-4:00', '1:10-16 3:10-16 5:10-16'],
    ['Sat 9am - noon; Sun closed', '6:9-12'],
    ['Mon 1-4pm, Wed 9-5pm', '1:13-16 3:9-17'],
    ['Tues–Thurs, 8:30AM-4PM.', '2:8.5-16 3:8.5-16 4:8.5-16'],
    ['Fri 8pm-6am', '5:20-30'],
    ['weekends 24 hours', '6:0-24 7:0-24'],
    ['Mon and Wed from 9AM-4PM, Tues and Thurs 9AM-7PM', '1:9-16 3:9-16 2:9-19 4:9-19'],
  ])('%s', (text, rules) => {
    expect(short(readHoursText(text))).toBe(rules);
  });

  it.each([
    'Mon-Fri by appointment',
    'Mon-Fri 1-4',
    'call for hours',
    'Mon-Someday 9-5',
    'first Monday 9-5',
    '9am-5pm',
    'Mon 9-9',
    '',
  ])('%j is not guessed at', (text) => {
    expect(readHoursText(text)).toBeUndefined();
  });
});

describe('a text made to be tried for ever', () => {
  it.each(['Mon ', 'Mon, ', 'monday', 'mon and ', 'm w f ', 'Mon-Fri 9-5, '])(
    '%j again and again is answered at once',
    (text) => {
      const started = performance.now();
      expect(readHoursText(`${text.repeat(20)}!`)).toBeUndefined();
      expect(readHoursText(`${text.repeat(5_000)}!`)).toBeUndefined();
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});

describe('opening and closing', () => {
  it.each([
    ['09:00', '17:00', 9, 17],
    ['10:00', '4:00', 10, 16],
    ['9am', '03:00', 9, 15],
    ['22:00', '06:00', 22, 30],
    ['18:00', '00:00', 18, 24],
    ['00:00', '23:59', 0, 24],
    ['09:00-05:00', '17:00-05:00', 9, 17],
  ])('%s to %s', (opens, closes, from, to) => {
    expect(readOpening(opens, closes)).toMatchObject({ kind: 'open', from: from * 60, to: to * 60 });
  });

  it.each([
    ['07:00', '07:00'],
    ['17:00', '09:00 am extra'],
    ['25:00', '26:00'],
    ['13pm', '14:00'],
    ['09:00', ''],
    ['14:00', '13:00'],
  ])('%s to %s is doubted', (opens, closes) => {
    expect(readOpening(opens, closes).kind).toBe('doubtful');
  });
});

describe('schedules of HSDS 3', () => {
  const nineToFive = { freq: 'WEEKLY', byday: 'MO,WE', opens_at: '09:00', closes_at: '17:00' };

  it('recur by the week and by days of the month', () => {
    expect(hours(nineToFive)).toBe('1:9-17 3:9-17');
    expect(hours({ ...nineToFive, freq: 'MONTHLY', byday: '2TU,-1FR' })).toBe('22:9-17 -15:9-17');
    expect(hours({ ...nineToFive, byday: '', dtstart: '2026-11-22' })).toBe('7:9-17');
  });

  it('are on the clock of the place', () => {
    expect(listingOf(schedules(nineToFive)).hours?.timeZone).toBe('America/New_York');
  });

  it('are moved to it where they are told in UTC', () => {
    const rows = schedules({
      ...nineToFive,
      opens_at: '02:00Z',
      closes_at: '10:00Z',
      valid_from: '2026-01-01',
    });
    expect(short(listingOf(rows).hours?.rules)).toBe('7:21-29 2:21-29');
    expect(told(directoryOf(rows)).join()).toContain('-300 minutes, the clock of America/New_York');
    expect(hours({ ...nineToFive, timezone: '-5' })).toBe('1:9-17 3:9-17');
    expect(hours({ ...nineToFive, timezone: '-4' })).toBe('1:9-17 3:9-17');
  });

  it.each([
    [{ interval: '2' }, 'interval: not every week'],
    [{ freq: 'MONTHLY', byday: '', bymonthday: '1,15' }, 'bymonthday: not by the week'],
    [{ byday: '' }, 'byday: which days is not clear'],
    [{ byday: '2MO' }, 'freq: which days is not clear'],
    [{ freq: 'DAILY' }, 'freq: which days is not clear'],
    [{ until: '2025-01-01' }, 'until: it is over'],
    [{ valid_from: '2027-01-01' }, 'valid_from: not valid yet'],
    [{ opens_at: 'soon' }, 'closes_at: “soon” is not a time of day'],
    [{ opens_at: '', closes_at: '' }, 'opens_at: no times'],
  ])('are unknown, and said to be, where they say %j', (change, problem) => {
    const rows = schedules({ ...nineToFive, ...change });
    expect(listingOf(rows)).not.toHaveProperty('hours');
    expect(told(directoryOf(rows))).toContainEqual(expect.stringContaining(`schedules 2 ${problem}`));
  });

  it('are believed only as long as somebody vouches for them', () => {
    const rows = schedules({ ...nineToFive, valid_to: '2026-11-01' });
    expect(listingOf(rows).hours?.validTo).toBeLessThan(NOW);
    expect(told(directoryOf(rows)).join()).toContain('no longer vouched for');
  });
});

describe('schedules of HSDS 1.1 and Ohana', () => {
  it('are read by the name of the day, with mixed forms of time', () => {
    expect(
      hours(
        { weekday: 'Monday', opens_at: '08:00', closes_at: '12:00' },
        { weekday: 'Monday', opens_at: '14:00', closes_at: '4:00 PM' },
        { weekday: 'Wed', opens_at: '10:00', closes_at: '3pm' },
      ),
    ).toBe('1:8-12 1:14-16 3:10-15');
  });

  it('of the service come before those of the place', () => {
    const rows = {
      ...pantry,
      schedules: [
        { id: 'h1', location_id: 'l1', weekday: 'Monday', opens_at: '08:00', closes_at: '20:00' },
        { id: 'h2', service_id: 's1', weekday: 'Monday', opens_at: '10:00', closes_at: '12:00' },
      ],
    };
    expect(short(listingOf(rows).hours?.rules)).toBe('1:10-12');
  });

  it('stand in a line of the description that begins with Hours', () => {
    const [service] = pantry.services;
    const described = (description: string) =>
      listingOf({ ...pantry, services: [{ ...service, description }] }).hours;
    expect(short(described('Groceries.\nHours: Mon-Tue 9am-5pm.\nBring a bag.')?.rules)).toBe(
      '1:9-17 2:9-17',
    );
    expect(described('Choir meets Mon 9am-5pm.')).toBeUndefined();
    expect(described('Hours: Mon-Tue 9am-5pm by appointment')).toBeUndefined();
  });
});
