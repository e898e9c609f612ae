import { describe, expect, it } from 'vitest';
import { readWeekdays } from '#shared/domain/directory/values/weekdays.ts';

const ALL = [1, 2, 3, 4, 5, 6, 7];

describe('days of the week', () => {
  it.each([
    [1, ['Mo', 'Mon', 'MONDAY', 'mondays', 'M', '1']],
    [2, ['tu', 'tue', 'tues', 'Tuesday', 'Tuesdays', '2']],
    [3, ['we', 'wed', 'weds', 'Wednesday', 'wednesdays', 'W', '3']],
    [4, ['th', 'thu', 'thur', 'thurs', 'Thursday', 'thursdays', '4']],
    [5, ['fr', 'fri', 'Friday', 'fridays', 'F', '5']],
    [6, ['sa', 'sat', 'Saturday', 'saturdays', '6']],
    [7, ['su', 'sun', 'Sunday', 'sundays', '7']],
  ])('day %i has many names', (day, names) => {
    for (const name of names) expect(readWeekdays(name), name).toEqual([day]);
  });

  it.each([
    ['daily', ALL],
    [' daily ', ALL],
    ['Mon, Wed,', [1, 3]],
    ['Every day', ALL],
    ['7 days', ALL],
    ['7 days a week', ALL],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['Weekends:', [6, 7]],
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['Mon – Wed', [1, 2, 3]],
    ['Mon—Tue', [1, 2]],
    ['Monday to Wednesday', [1, 2, 3]],
    ['Monday through Wednesday', [1, 2, 3]],
    ['Mon thru Wed', [1, 2, 3]],
    ['Monday, Wed & Friday', [1, 3, 5]],
    ['Mon and Wed', [1, 3]],
    ['Mon/Wed;Fri', [1, 3, 5]],
    ['MO,TU', [1, 2]],
    ['M W F', [1, 3, 5]],
    ['Mon  \t Wed', [1, 3]],
    ['Mon., Wed.:', [1, 3]],
    [' Fri, Mon ', [1, 5]],
    ['Mon-Wed, Tue-Thu', [1, 2, 3, 4]],
    ['Fri-Mon', [1, 5, 6, 7]],
    ['Sun-Sat', ALL],
    ['Tue-Tue', [2]],
    ['1-3', [1, 2, 3]],
  ])('%j are %j', (text, days) => {
    expect(readWeekdays(text)).toEqual(days);
  });

  it.each([
    '',
    ' ',
    ',',
    'Someday',
    'Mon, Someday',
    'Mon-Someday',
    'Someday-Mon',
    'Mon-Wed-Fri',
    '-Mon',
    'Mon-',
    '0',
    '8',
    'not daily',
    'Mon: Wed',
    'MonandTue',
    'Montoday',
  ])('%j are none', (text) => {
    expect(readWeekdays(text)).toBeUndefined();
  });
});
