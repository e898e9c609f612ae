import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type ContactWindow,
  isOpen,
  nextOpen,
  openIntervals,
  openUntil,
} from '#shared/domain/time/contact-window.ts';

const at = (text: string) => Date.parse(text);
const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');

/** The rule read off Temporal's clock, minute by minute of the text, sharing no code with the window. */
function openByTemporal(instant: number, { zones, agencyWindow, safeHours }: ContactWindow): boolean {
  return zones.every((name) => {
    const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
    const time = local.toPlainTime().toString().slice(0, 5);
    const day = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const)[local.dayOfWeek - 1] ?? 'MO';
    return [agencyWindow, ...(safeHours ? [safeHours] : [])].every((list) =>
      list.some((range) => range.from <= time && time < range.to && (range.days?.includes(day) ?? true)),
    );
  });
}

describe('whatever the hours, zones and moment', () => {
  const zone = fc.constantFrom(
    'America/New_York',
    'America/Chicago',
    'America/Phoenix',
    'America/Denver',
    'America/Puerto_Rico',
    'Pacific/Guam',
    'Pacific/Honolulu',
    'Australia/Lord_Howe',
    'America/Indiana/Knox',
    'America/St_Johns',
    'Africa/Casablanca',
  );
  const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
    return `${pad(minute / 60)}:${pad(minute % 60)}`;
  });
  const days = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, { minLength: 1 });
  const hours = fc.array(fc.record({ from: clock, to: clock, days: fc.option(days, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 3,
  });
  const window = fc.record({
    zones: fc.uniqueArray(zone, { minLength: 1, maxLength: 3 }),
    agencyWindow: hours,
    safeHours: fc.option(hours, { nil: undefined }),
  });
  // Half of the moments lie within two days of a change of clocks.
  const moment = fc.oneof(
    fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2031-01-01T00:00:00Z') }),
    fc
      .tuple(
        fc.constantFrom('2026-11-01T06:00:00Z', '2027-03-14T07:00:00Z', '2026-10-03T15:30:00Z'),
        fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }),
      )
      .map(([edge, step]) => at(edge) + step),
  );

  it('it is open exactly when the clocks say so', () => {
    fc.assert(
      fc.property(window, moment, (window, instant) => {
        expect(isOpen(instant, window)).toBe(openByTemporal(instant, window));
      }),
      { numRuns: 2000 },
    );
  });

  it('its intervals are open from their first millisecond to their last, and closed on both sides', () => {
    fc.assert(
      fc.property(window, moment, (window, from) => {
        const to = from + 3 * 86_400_000;
        for (const { start, end } of openIntervals({ ...window, from, to })) {
          expect(start).toBeLessThan(end);
          expect(openByTemporal(start, window)).toBe(true);
          expect(openByTemporal(end - 1, window)).toBe(true);
          if (start > from) expect(openByTemporal(start - 1, window)).toBe(false);
          if (end < to) expect(openByTemporal(end, window)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('its intervals leave out no open moment', () => {
    fc.assert(
      fc.property(window, moment, fc.integer({ min: 0, max: 2 * 86_400_000 }), (window, from, step) => {
        const open = openIntervals({ ...window, from, to: from + 2 * 86_400_000 + 1 });
        const inside = open.some(({ start, end }) => start <= from + step && from + step < end);
        expect(inside).toBe(openByTemporal(from + step, window));
      }),
      { numRuns: 1000 },
    );
  });

  it('the next interval is open, and nothing before it is', () => {
    fc.assert(
      fc.property(window, moment, fc.double({ min: 0, max: 1, noNaN: true }), (window, now, part) => {
        const next = nextOpen(now, window);
        if (!next) return;
        expect(openByTemporal(next.start, window)).toBe(true);
        if (next.start > now) {
          expect(openByTemporal(Math.floor(now + part * (next.start - 1 - now)), window)).toBe(false);
        } else expect(openUntil(now, window)).toBe(next.end);
      }),
      { numRuns: 500 },
    );
  });
});
