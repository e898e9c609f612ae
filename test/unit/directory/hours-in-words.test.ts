import { describe, expect, it } from 'vitest';
import { hoursOf } from '#shared/domain/directory/hours-of.ts';
import type { HoursRule } from '#shared/domain/directory/listing.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { readHoursText } from '#shared/domain/directory/values/read-hours-text.ts';
import { aRow } from './a-row.ts';
import { NOW, told } from './any-directory.ts';

const short = (rules: readonly HoursRule[] | undefined) =>
  rules?.map(({ weekday, from, to }) => `${weekday}:${from / 60}-${to / 60}`).join(' ');

const EVERY_HOUR = '1:0-24 2:0-24 3:0-24 4:0-24 5:0-24 6:0-24 7:0-24';

describe('hours that somebody wrote down', () => {
  it.each([
    ['Monday 9am-5pm.', '1:9-17'],
    ['Mon: from 9 am until 5 pm;', '1:9-17'],
    ['Mon 9 to 17:30', '1:9-17.5'],
    ['Mon 9.30a.m.–5 p.m.', '1:9.5-17'],
    ['Mon 9am—noon', '1:9-12'],
    ['Mon noon-4pm', '1:12-16'],
    ['Mon 8pm - midnight', '1:20-24'],
    ['Mon midnight-5am', '1:0-5'],
    ['daily 9am-5pm', '1:9-17 2:9-17 3:9-17 4:9-17 5:9-17 6:9-17 7:9-17'],
    ['7 days a week 9am-5pm', '1:9-17 2:9-17 3:9-17 4:9-17 5:9-17 6:9-17 7:9-17'],
    ['Mon 9am-5pm\nTue 9am-1pm', '1:9-17 2:9-13'],
    ['Mon 9am-5pm;; Tue 9am-1pm', '1:9-17 2:9-13'],
    ['Mon 9am-5pm, Tue 9am-1pm', '1:9-17 2:9-13'],
    ['Mon 9am-5pm ; Tue 9am-1pm', '1:9-17 2:9-13'],
    ['Mon, Tue : 9-17.;', '1:9-17 2:9-17'],
    ['Mon 9am-5pm and Tue 9am-1pm', '1:9-17 2:9-13'],
    ['Mon 9am-5p.m. & Tue 9am-1pm', '1:9-17 2:9-13'],
    ['Mon 9-17, Tue 9-13', '1:9-17 2:9-13'],
    ['Mon 9am-noon, Tue 8pm-midnight, Wed closed, Thu 9am-1pm', '1:9-12 2:20-24 4:9-13'],
    ['Mon closed, Tue 9-5', '2:9-17'],
    ['Sat 24 hours, Sun 24/7', '6:0-24 7:0-24'],
    ['Sat 24 hours a day', '6:0-24'],
    ['M, W and F 9am-5pm', '1:9-17 3:9-17 5:9-17'],
  ])('%j', (text, rules) => {
    expect(short(readHoursText(text))).toBe(rules);
  });

  it.each([
    '24/7',
    '24 hours',
    '24 hours a day',
    '24 hours a day, 7 days a week',
    '24 hours daily.',
    'Open 24 hours',
    ' 24/7; ',
  ])('%j is day and night', (text) => {
    expect(short(readHoursText(text))).toBe(EVERY_HOUR);
  });

  it.each([
    ['Mon 9-5pm', '1:9-17'],
    ['Mon 1-4pm', '1:13-16'],
    ['Mon 12-4pm', '1:12-16'],
    ['Mon 10-12pm', '1:10-12'],
    ['Mon 4-4:30pm', '1:4-16.5'],
    ['Mon 11-10pm', '1:11-22'],
    ['Mon 9am-5pm', '1:9-17'],
    ['Mon 6-8', '1:6-8'],
    ['Mon 10:00-4:00', '1:10-16'],
  ])('%s opens in the half of the day that makes sense', (text, rules) => {
    expect(short(readHoursText(text))).toBe(rules);
  });

  it.each([
    'closed',
    'Mon closed',
    'Mon 5-8',
    'Mon 1-4',
    'Mon 9am-5pm or by appointment',
    'by appointment Mon 9am-5pm',
    'Mon 9am-5pm; call first',
    'Mon 9am',
    'Mon 9am 5pm',
    'Mon 9am-9am',
    '24/7 hotline',
    'call 24/7',
    'Not open 24 hours',
    'Mon 9am-5pm, holidays',
    'Mondayish 9am-5pm',
    `Mon ${' '.repeat(300)}9am-5pm`,
  ])('%j is not guessed at', (text) => {
    expect(readHoursText(text)).toBeUndefined();
  });

  it('are read up to three hundred characters, as long as anybody writes', () => {
    const week = (length: number) => 'Mon 9am-5pm;'.repeat(30).slice(0, 288).padEnd(length, ';');
    expect(readHoursText(week(300))).toHaveLength(24);
    expect(readHoursText(week(301))).toBeUndefined();
  });
});

function hoursIn(cells: Readonly<Record<string, string>>) {
  const report = startReport();
  const context = { report, now: NOW, timeZone: 'America/Denver' };
  const hours = hoursOf(aRow('services', cells), [], context);
  return { hours: short(hours?.rules), zone: hours?.timeZone, told: told(report) };
}

const UNCLEAR = 'hours in words that are not clear: unknown';

describe('hours of a service without a schedule', () => {
  it.each([
    ['its hours', { hours: 'Mon 9am-5pm' }],
    ['its description', { description: 'Meals.\nHours: Mon 9am-5pm\nBring a bag.' }],
    ['how one applies', { application_process: 'Walk in.\n• Office Hours of operation: Mon 9am-5pm' }],
    ['a line of many spaces', { description: 'Office  hours  of  operation  :Mon 9am-5pm' }],
    ['a line with another name', { description: 'Business  hours  open: Mon 9am-5pm' }],
    ['a list', { description: '2) Business hours open : Mon 9am-5pm' }],
    ['the next line', { description: 'Hours:\nMon 9am-5pm' }],
    ['its hours before others', { hours: 'Mon 9am-5pm', description: 'Hours: Tue 9am-5pm' }],
    [
      'its description before others',
      { description: 'Hours: Mon 9am-5pm', application_process: 'Hours: Tue 9-5' },
    ],
  ])('stand in %s', (_, cells) => {
    expect(hoursIn(cells)).toEqual({ hours: '1:9-17', zone: 'America/Denver', told: [] });
  });

  it.each([
    [{}],
    [{ description: 'Choir: Mon 9am-5pm' }],
    [{ description: 'Class hours: Mon 9am-5pm' }],
    [{ description: 'Our hours: Mon 9am-5pm' }],
    [{ description: 'Hours Mon 9am-5pm' }],
    [{ description: `Hours: ${'Mon 9am-5pm;'.repeat(17)}` }],
  ])('are not in %j', (cells) => {
    expect(hoursIn(cells)).toEqual({ hours: undefined, zone: undefined, told: [] });
  });

  it('are told where they are not clear, and looked for elsewhere', () => {
    expect(hoursIn({ hours: 'call us', description: 'Hours: call us' })).toEqual({
      hours: undefined,
      zone: undefined,
      told: [`services 2 hours: ${UNCLEAR}`, `services 2 description: ${UNCLEAR}`],
    });
    expect(hoursIn({ hours: 'call us', description: 'Hours: Mon 9am-5pm' }).hours).toBe('1:9-17');
  });

  it('stand in the report as they were written', () => {
    const report = startReport();
    const service = aRow('services', { description: 'Meals.\nHours: call us\nBring a bag.' });
    hoursOf(service, [], { report, now: NOW, timeZone: 'America/Denver' });
    expect(report.problems).toMatchObject([{ field: 'description', value: 'call us' }]);
  });

  it('are told once where the words repeat', () => {
    expect(hoursIn({ hours: 'Mon 9am-5pm; Mon 9am-5pm; Mon 6pm-8pm' }).hours).toBe('1:9-17 1:18-20');
  });
});
