import { describe, expect, it } from 'vitest';
import { callBy, whenText } from '#shared/domain/time/staffed-hours.ts';

const timeZone = 'America/New_York';
const always = { staffedHours: [{ from: '00:00', to: '24:00' }], timeZone };
const evenings = {
  staffedHours: [
    { from: '18:00', to: '24:00' },
    { from: '00:00', to: '03:00' },
  ],
  timeZone,
};
const late = {
  staffedHours: [
    { from: '18:00', to: '24:00' },
    { from: '00:00', to: '00:30' },
  ],
  timeZone,
};
const at = (text: string) => Date.parse(text);

describe('a client who asks to be called where people work through the night', () => {
  it.each([
    ['always, asked at noon', always, '2026-11-24T17:00:00Z', '2026-11-25T04:00:00Z'],
    ['always, asked at half past eleven at night', always, '2026-11-25T04:30:00Z', '2026-11-25T05:00:00Z'],
    ['always, asked an hour before midnight', always, '2026-11-25T04:00:00Z', '2026-11-25T04:00:00Z'],
    ['to half past midnight, asked at 23:20', late, '2026-11-25T04:20:00Z', '2026-11-25T04:30:00Z'],
    ['from evening on, asked at noon', evenings, '2026-11-24T17:00:00Z', '2026-11-25T04:00:00Z'],
    [
      'from evening on, asked at one in the morning',
      evenings,
      '2026-11-25T06:00:00Z',
      '2026-11-25T07:00:00Z',
    ],
  ])('is called on the day that the text names: %s', (_when, staffed, asked, due) => {
    expect(whenText(at(asked), 'en', staffed)).toBe('today');
    expect(new Date(callBy(at(asked), staffed)).toISOString()).toBe(new Date(due).toISOString());
  });
});
