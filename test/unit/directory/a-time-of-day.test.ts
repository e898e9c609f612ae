import { describe, expect, it } from 'vitest';
import { readClockTime } from '#shared/domain/directory/values/read-clock-time.ts';
import { readOpening } from '#shared/domain/directory/values/read-opening.ts';

describe('a time of day', () => {
  it.each([
    ['9:30 am', 570],
    ['9.30 a.m.', 570],
    ['9a', 540],
    ['9 a.m', 540],
    ['9 p', 1260],
    ['12:15 AM', 15],
    ['12pm', 720],
    ['1 P.M', 780],
    ['17:00', 1020],
    ['1700', 1020],
    ['0930am', 570],
    ['10:00:00 pm', 1320],
    ['10:00:00.000PM', 1320],
    ['0:05', 5],
    ['24:00', 1440],
    ['24', 1440],
    ['13', 780],
    [' Noon ', 720],
    ['12 noon', 720],
    ['midnight', 0],
    ['12 midnight', 0],
  ])('%j is %i minutes after midnight, whatever half of the day', (text, minutes) => {
    expect(readClockTime(text)).toEqual({ minutes, isCertain: true });
  });

  it.each([
    ['9', 540],
    ['9:30', 570],
    ['0930', 570],
    ['12:00', 720],
    ['1:59', 119],
    ['3:30:15', 210],
  ])('%j is %i minutes after midnight or after noon', (text, minutes) => {
    expect(readClockTime(text)).toEqual({ minutes, isCertain: false });
  });

  it.each([
    ['10:00:00-05:00', -300],
    ['10:00-0530', -330],
    ['10:00+05', 300],
    ['10:00 +12:45', 765],
    ['10:00Z', 0],
    ['10:00 z', 0],
    ['1000-0500', -300],
  ])('%j is on a clock of its own', (text, offset) => {
    expect(readClockTime(text)).toEqual({ minutes: 600, isCertain: true, offset });
  });

  it.each([
    '',
    'soon',
    'at 9',
    '9 o’clock',
    '9:5',
    '9:300',
    '9:3000',
    '123',
    '12345',
    'a1700',
    '170012',
    '9:60',
    '25:00',
    '24:01',
    '0 am',
    '13 pm',
    '9 xm',
    '9:00 am pm',
    '9:00:5',
    '9:00:00.',
    '10:00 UTC',
    '10:00-5',
    '9-10',
    'x noon',
    'noon 30',
  ])('%j is none', (text) => {
    expect(readClockTime(text)).toBeUndefined();
  });
});

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const opening = (opens: string, closes: string) => {
  const reading = readOpening(opens, closes);
  if (reading.kind === 'doubtful') return reading.problem;
  return `${clock(reading.from)}-${clock(reading.to)}${reading.mended === undefined ? '' : ` (${reading.mended})`}`;
};

describe('from opening to closing', () => {
  it.each([
    ['9:00', '17:30', '9:00-17:30'],
    ['9', '10', '9:00-10:00'],
    ['0:00', '0:01', '0:00-0:01'],
    ['12:00', '12:01 pm', '12:00-12:01'],
  ])('%s to %s is as it is written', (opens, closes, hours) => {
    expect(opening(opens, closes)).toBe(hours);
  });

  it.each([
    ['0:00', '23:59'],
    ['0:00', '24:00'],
    ['00:00', '00:00'],
    ['midnight', 'midnight'],
    ['12 am', '12 am'],
  ])('%s to %s is the whole day', (opens, closes) => {
    expect(opening(opens, closes)).toBe('0:00-24:00');
  });

  it.each([
    ['0:00', '23:58', '0:00-23:58'],
    ['0:01', '23:59', '0:01-23:59'],
  ])('%s to %s is a little less', (opens, closes, hours) => {
    expect(opening(opens, closes)).toBe(hours);
  });

  it.each([
    ['10:00', '4:00', '10:00-16:00 (10:00-16:00)'],
    ['9:05 am', '1', '9:05-13:00 (09:05-13:00)'],
    ['1:00 pm', '1:30', '13:00-13:30 (13:00-13:30)'],
    ['12:00', '10:00', '12:00-22:00 (12:00-22:00)'],
    ['16:59', '9:00', '16:59-21:00 (16:59-21:00)'],
    ['9:00', '8:59', '9:00-20:59 (09:00-20:59)'],
  ])('%s to %s closes in the afternoon, and was mended', (opens, closes, hours) => {
    expect(opening(opens, closes)).toBe(hours);
  });

  it.each([
    ['22:00', '6:00', '22:00-30:00'],
    ['17:00', '9:00', '17:00-33:00'],
    ['20:00', '12:00', '20:00-36:00'],
    ['9 pm', '4 am', '21:00-28:00'],
    ['9:00', 'midnight', '9:00-24:00'],
    ['8:00', '0:00', '8:00-24:00'],
    ['18:00', '7:30', '18:00-31:30'],
  ])('%s to %s goes on after midnight', (opens, closes, hours) => {
    expect(opening(opens, closes)).toBe(hours);
  });

  it.each([
    // In the morning, and said so; or at night, when few open.
    ['10:00', '4:00 am'],
    ['16:59', '4:00 am'],
    ['12:30', '10:30'],
    ['11:30', '11:29'],
    // A whole round of the clock.
    ['9:00', '9:00'],
    ['18:00', '18:00'],
    ['9 pm', '9 pm'],
    ['17:00', '9:01 am'],
    ['7:59', '0:00'],
    // Neither does the afternoon make sense of these.
    ['16:00', '3:00'],
    ['15:00', '3:00'],
  ])('%s to %s is not believed', (opens, closes) => {
    expect(opening(opens, closes)).toBe('closes before it opens');
  });

  it.each([
    ['soon', '17:00', '“soon” is not a time of day'],
    ['9:00', 'late', '“late” is not a time of day'],
    ['', '17:00', 'nothing is not a time of day'],
    ['9:00', '', 'nothing is not a time of day'],
  ])('%j to %j names what it could not read', (opens, closes, problem) => {
    expect(opening(opens, closes)).toBe(problem);
  });
});
