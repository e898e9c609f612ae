import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, it } from 'vitest';
import type { Hours } from '#shared/domain/time/contact-window.ts';
import {
  afterQuietHours,
  callBy,
  endOfNextStaffedDay,
  isStaffed,
  nextStaffed,
  whenText,
} from '#shared/domain/time/staffed-hours.ts';
import { anyMoment, anyZone } from '#test/unit/model/any-session.ts';
import { isOpenOnClocks } from '#test/unit/model/luxon-window.ts';
import { must, PATIENCE, propertyRuns } from '#test/unit/model/property-runs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
const staffedHours = fc.constantFrom<Hours[]>(
  [{ from: '09:00', to: '17:00', days: WEEKDAYS }],
  [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '22:00', days: ['TU', 'SA'] },
  ],
  [{ from: '00:00', to: '24:00' }],
  [{ from: '02:00', to: '02:40', days: ['SU'] }],
  [
    { from: '18:00', to: '24:00' },
    { from: '00:00', to: '03:00' },
  ],
);
const clock = fc.constantFrom('00:00', '02:30', '08:00', '12:00', '21:00', '23:30');

describe('whatever the hours in which people work, and whenever', () => {
  it(
    'a deadline falls into their time, on the first day of it after today',
    () => {
      fc.assert(
        fc.property(anyMoment, staffedHours, anyZone, (at, staffedHours, timeZone) => {
          const staffed = { staffedHours, timeZone };
          const window = { zones: [timeZone], agencyWindow: staffedHours };
          const about = { at, staffed };
          must(
            isStaffed(at, staffed) === isOpenOnClocks(at, window),
            'people are there when clocks say so',
            about,
          );
          const next = nextStaffed(at, staffed);
          must(!next || isOpenOnClocks(next.start, window), 'the next stretch is one', about);
          const end = endOfNextStaffedDay(at, staffed);
          const today = DateTime.fromMillis(at, { zone: timeZone }).startOf('day');
          const lastDay = DateTime.fromMillis(end - 1, { zone: timeZone }).startOf('day');
          must(
            lastDay > today && isOpenOnClocks(end - 1, window),
            'replies are read by the end of a working day after today',
            { ...about, end },
          );
          const before = lastDay.toMillis() - 1;
          for (let moment = today.plus({ days: 1 }).toMillis(); moment < before; moment += 10 * MINUTE)
            must(!isOpenOnClocks(moment, window), 'no working day is passed over', { ...about, end });
        }),
        propertyRuns(250),
      );
    },
    PATIENCE,
  );

  it(
    'a call is promised for when people are there, and due before they go',
    () => {
      fc.assert(
        fc.property(anyMoment, staffedHours, anyZone, anyZone, (at, staffedHours, timeZone, readerZone) => {
          const staffed = { staffedHours, timeZone };
          const window = { zones: [timeZone], agencyWindow: staffedHours };
          const due = callBy(at, staffed);
          const about = { at, staffed, due };
          must(due >= at, 'a call is not due before it is promised', about);
          must(isOpenOnClocks(due, window), 'people are there when it is due', about);
          must(
            whenText(at, 'en', staffed, readerZone).length <= 24 &&
              whenText(at, 'es', staffed, readerZone).length <= 24,
            'its day fits a text',
            about,
          );
          const isToday = whenText(at, 'en', staffed) === 'today';
          const sameDay = DateTime.fromMillis(at, { zone: timeZone }).hasSame(
            DateTime.fromMillis(due, { zone: timeZone }),
            'day',
          );
          must(
            !isToday || sameDay || due - at <= HOUR,
            'a call today is due today, or within the hour',
            about,
          );
        }),
        propertyRuns(400),
      );
    },
    PATIENCE,
  );

  it('nobody is woken in quiet hours, and nobody waits longer than they last', () => {
    fc.assert(
      fc.property(anyMoment, clock, clock, anyZone, (at, from, to, zone) => {
        const isQuiet = (moment: number) => {
          const time = DateTime.fromMillis(moment, { zone }).toFormat('HH:mm');
          if (from === to) return false;
          return from < to ? from <= time && time < to : time >= from || time < to;
        };
        const after = afterQuietHours(at, { from, to }, zone);
        const about = { at: new Date(at), from, to, zone, after: new Date(after) };
        must(!isQuiet(after) && after >= at, 'the moment is one at which people are awake', about);
        must(isQuiet(at) || after === at, 'who is awake is told at once', about);
        must(after === at || isQuiet(after - 1), 'and nobody is told later than must be', about);
      }),
      propertyRuns(500),
    );
  });
});
