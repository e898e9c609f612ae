import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantOf, MINUTE, wallTimeAt } from './clock.ts';
import { afterQuiet, closesAt, endOfNextStaffedDay, firstOpen, isOpen } from './hours.ts';
import { troublesOf } from './troubles.ts';

const at = (time: string): number => Date.parse(time);
const NIGHT = { from: '21:00', to: '08:00' };
const WEEKDAYS = { from: '09:00', to: '17:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] };
const window = (zone: string) => ({ zones: [zone], hours: [[{ from: '09:00', to: '20:00' }]] });

describe('the oracle’s clocks', () => {
  it.each(['America/New_York', 'America/Adak', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'])(
    'show what luxon’s show, through a whole year: %s',
    (zone) => {
      for (let time = at('2027-01-01T00:00:00Z'); time < at('2028-01-01T00:00:00Z'); time += 131 * MINUTE) {
        const clock = DateTime.fromMillis(time, { zone });
        const wall = wallTimeAt(time, zone);
        expect(wall.time).toBe((clock.hour * 60 + clock.minute) * MINUTE + clock.second * 1000);
        expect(wall.weekday).toBe(clock.weekday - 1);
      }
    },
  );

  it('find the instant again', () => {
    const { day, time } = wallTimeAt(at('2027-07-01T12:00:00Z'), 'America/Denver');
    expect(instantOf(day, time, 'America/Denver')).toBe(at('2027-07-01T12:00:00Z'));
    expect(() => wallTimeAt(0, 'America/Nowhere')).toThrow('no such zone');
  });
});

describe('hours', () => {
  it('close when the clocks show it, also on the day on which they change', () => {
    expect(closesAt(at('2027-03-14T14:00:00Z'), window('America/New_York'))).toBe(at('2027-03-15T00:00:00Z'));
    const early = { zones: ['America/New_York'], hours: [[{ from: '00:00', to: '12:00' }]] };
    expect(closesAt(at('2027-03-14T05:30:00Z'), early)).toBe(at('2027-03-14T16:00:00Z'));
    const allDay = { zones: ['America/New_York'], hours: [[{ from: '00:00', to: '24:00' }]] };
    expect(closesAt(at('2027-03-14T05:30:00Z'), allDay)).toBeGreaterThan(at('2027-03-15T05:30:00Z'));
  });

  it('open in no zone are never open', () => {
    expect(isOpen(at('2027-03-14T14:00:00Z'), { zones: [], hours: [] })).toBe(false);
    expect(firstOpen(at('2027-03-14T00:00:00Z'), { zones: ['UTC'], hours: [[]] }, 4)).toBeUndefined();
    expect(firstOpen(at('2027-03-14T00:00:00Z'), window('UTC'), 4)).toBe(at('2027-03-14T09:00:00Z'));
  });

  it('quiet ones end in the morning, before and after midnight', () => {
    const quiet = (time: string) => afterQuiet(at(time), NIGHT, 'America/New_York');
    expect(quiet('2027-03-02T02:30:00Z')).toBe(at('2027-03-02T13:00:00Z'));
    expect(quiet('2027-03-02T12:59:00Z')).toBe(at('2027-03-02T13:00:00Z'));
    expect(quiet('2027-03-02T13:00:00Z')).toBe(at('2027-03-02T13:00:00Z'));
    expect(afterQuiet(5, { from: '08:00', to: '08:00' }, 'UTC')).toBe(5);
    expect(afterQuiet(HOUR, { from: '00:00', to: '02:00' }, 'UTC')).toBe(2 * HOUR);
  });

  it('of the next staffed day leave out the weekend', () => {
    const next = (time: string) => endOfNextStaffedDay(at(time), WEEKDAYS, 'America/New_York');
    expect(next('2027-03-12T15:00:00Z')).toBe(at('2027-03-15T21:00:00Z'));
    expect(next('2027-03-15T15:00:00Z')).toBe(at('2027-03-16T21:00:00Z'));
  });
});

describe('troubles', () => {
  it('do not count as time, once each however they overlap', () => {
    const troubles = troublesOf();
    troubles.add('region-outage', { from: 2 * HOUR, until: 5 * HOUR });
    troubles.add('poller-outage', { from: 4 * HOUR, until: 6 * HOUR });
    troubles.add('carrier-outage', { from: 7 * HOUR, until: 8 * HOUR });
    expect(troubles.after(0, HOUR, 'work')).toBe(HOUR);
    expect(troubles.after(HOUR, 2 * HOUR, 'work')).toBe(7 * HOUR);
    expect(troubles.after(3 * HOUR, HOUR, 'work')).toBe(7 * HOUR);
    expect(troubles.after(HOUR, 3 * HOUR, 'texts')).toBe(9 * HOUR);
    expect(troubles.after(HOUR, 3 * HOUR, 'mail')).toBe(8 * HOUR);
  });

  it('with a dead letter are those of its document, where it is known', () => {
    const troubles = troublesOf();
    troubles.addDeadLetter({ from: 0, until: DAY }, 'm-1', 'fu#1');
    expect(troubles.after(0, HOUR, 'work', 'fu#1')).toBe(DAY + HOUR);
    expect(troubles.after(0, HOUR, 'work', 'case#1.declined.7')).toBe(DAY + HOUR);
    expect(troubles.after(0, HOUR, 'work', 'fu#2')).toBe(HOUR);
    expect(troubles.after(0, HOUR, 'work', 'case#in.1')).toBe(HOUR);
    const anybody = troublesOf();
    anybody.addDeadLetter({ from: 0, until: DAY }, 'm-1');
    expect(anybody.after(0, HOUR, 'work', 'fu#2')).toBe(DAY + HOUR);
  });

  it('with a dead letter excuse once: what dies again is a defect', () => {
    const troubles = troublesOf();
    troubles.addDeadLetter({ from: 0, until: HOUR }, 'm-1', 'fu#1');
    troubles.addDeadLetter({ from: HOUR, until: DAY }, 'm-1', 'fu#1');
    expect(troubles.after(0, HOUR, 'work', 'fu#1')).toBe(2 * HOUR);
  });
});
