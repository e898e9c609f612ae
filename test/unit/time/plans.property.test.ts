import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, it } from 'vitest';
import type { ContactWindow } from '#shared/domain/time/contact-window.ts';
import { planOnDay, varyTime } from '#shared/domain/time/plan-on-day.ts';
import { planAfter, planFirst } from '#shared/domain/time/plan-time.ts';
import { anyMoment, anyZone } from '#test/unit/model/any-session.ts';
import { isOpenAllAlong, isOpenOnClocks } from '#test/unit/model/luxon-window.ts';
import { must, PATIENCE, propertyRuns } from '#test/unit/model/property-runs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GRID = 10 * MINUTE;
const ROOM = 30 * MINUTE;

/** Clock times on tens of minutes, so that a scan of every tenth minute meets every window's beginning. */
const clock = fc.nat({ max: 144 }).map((tens) => `${pad(Math.floor(tens / 6))}:${pad((tens % 6) * 10)}`);
const pad = (value: number) => String(value).padStart(2, '0');
const days = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, { minLength: 1 });
const hours = fc.array(fc.record({ from: clock, to: clock, days: fc.option(days, { nil: undefined }) }), {
  minLength: 1,
  maxLength: 3,
});
const window: fc.Arbitrary<ContactWindow> = fc.record({
  zones: fc.uniqueArray(anyZone, { minLength: 1, maxLength: 2 }),
  agencyWindow: hours,
  safeHours: fc.option(hours, { nil: undefined, freq: 2 }),
});
const jitterKey = fc.string({ maxLength: 8 });

/** A moment from which it is open for half an hour, by luxon's clocks. */
const isFree = (at: number, window: ContactWindow) =>
  isOpenAllAlong(at, at + ROOM, window) && isOpenOnClocks(at + ROOM - 1, window);

/** The first free moment from `from` up to `to`, by looking at every tenth minute. */
function firstFree(from: number, to: number, window: ContactWindow): number | undefined {
  for (let at = from; at <= to; at = (Math.floor(at / GRID) + 1) * GRID) if (isFree(at, window)) return at;
  return undefined;
}

type Planned = { at: number; windowEndsAt: number };

function mustFit({ at, windowEndsAt }: Planned, window: ContactWindow): void {
  const about = { at: new Date(at), windowEndsAt: new Date(windowEndsAt), window };
  must(windowEndsAt - at >= ROOM, 'half an hour is left', about);
  must(isOpenAllAlong(at, Math.min(windowEndsAt, at + DAY), window), 'the window is open all along', about);
}

describe('whatever the hours, zones, moment and tier', () => {
  it(
    'a first check-in goes inside the window, by its ceiling, or there is no such moment',
    () => {
      const ceilings = fc.constantFrom(24, 36, 48).map((ceiling) => ceiling * 60);
      fc.assert(
        fc.property(
          anyMoment,
          ceilings,
          fc.constantFrom(4, 12, 24),
          window,
          jitterKey,
          fc.nat({ max: 20 }),
          (closedAt, ceilingMinutes, gapHours, window, jitterKey, late) => {
            const request = { closedAt, ceilingMinutes, gapMinutes: gapHours * 60, window, jitterKey };
            const notBefore = closedAt + late * HOUR;
            const plan = planFirst({ ...request, notBefore });
            const soonest = Math.max(closedAt + HOUR, notBefore);
            const ceiling = closedAt + ceilingMinutes * MINUTE;
            const about = { request, late, plan };
            if (plan.kind === 'no-window')
              return must(
                firstFree(soonest, ceiling, window) === undefined,
                'nobody is left out who has an open window',
                about,
              );
            mustFit(plan, window);
            must(plan.at >= soonest && plan.at <= ceiling, 'it goes after an hour and by the ceiling', about);
            const isDelayed = plan.at >= closedAt + 12 * HOUR;
            must(
              isDelayed || plan.because === 'ceiling',
              'people come first for twelve hours, but for the ceiling',
              about,
            );
            if (plan.because === 'opening')
              must(
                plan.at - (firstFree(plan.at - HOUR, plan.at, window) ?? 0) <= HOUR,
                'at an opening, near it',
                about,
              );
          },
        ),
        propertyRuns(250),
      );
    },
    PATIENCE,
  );

  it(
    'a reminder goes at the first moment that is open',
    () => {
      fc.assert(
        fc.property(anyMoment, fc.nat({ max: 30 * 60 }), window, (at, gapMinutes, window) => {
          const plan = planAfter({ at, gapMinutes, window });
          const soonest = at + gapMinutes * MINUTE;
          const first = firstFree(soonest, soonest + 3 * DAY, window);
          const about = { at, gapMinutes, window, plan, first };
          if (plan.kind === 'no-window')
            return must(first === undefined, 'there is none in the next days', about);
          mustFit(plan, window);
          must(
            first === undefined ? plan.at > soonest + 3 * DAY - GRID : plan.at === first,
            'none is passed over',
            about,
          );
        }),
        propertyRuns(250),
      );
    },
    PATIENCE,
  );

  it(
    'a later check-in goes on its own local day, or on the next that has an opening',
    () => {
      fc.assert(
        fc.property(
          anyMoment,
          fc.constantFrom(1, 7, 14, 30, 122),
          window,
          jitterKey,
          (closedAt, days, window, jitterKey) => {
            const zone = window.zones[0] ?? '';
            const startOf = (more: number) =>
              DateTime.fromMillis(closedAt, { zone })
                .startOf('day')
                .plus({ days: days + more })
                .startOf('day')
                .toMillis();
            const freeOn = (more: number) => firstFree(startOf(more), startOf(more + 1) - ROOM, window);
            const plan = planOnDay({ closedAt, days, window, jitterKey });
            const open = [0, 1, 2, 3].find((more) => freeOn(more) !== undefined);
            const about = { closedAt, days, window, plan, open };
            if (plan.kind === 'no-window')
              return must(open === undefined, 'no day near it has an opening', about);
            mustFit(plan, window);
            must(
              open !== undefined && plan.at >= startOf(open) && plan.at < startOf(open + 1),
              'it is that day',
              about,
            );
            must((plan.because === 'on-day') === (open === 0), 'and says so', about);
            must(
              plan.at - (freeOn(open) ?? 0) <= 45 * MINUTE,
              'early, so that answers find people there',
              about,
            );
          },
        ),
        propertyRuns(200),
      );
    },
    PATIENCE,
  );

  it(
    'a caring contact varies by days only where weeks lie between, and always the same way',
    () => {
      fc.assert(
        fc.property(
          anyMoment,
          fc.constantFrom(1, 7, 30, 183),
          window,
          jitterKey,
          (closedAt, days, window, jitterKey) => {
            const plan = varyTime({ closedAt, days, window, jitterKey });
            if (plan.kind === 'no-window') return;
            mustFit(plan, window);
            const zone = window.zones[0] ?? '';
            const day = DateTime.fromMillis(plan.at, { zone }).startOf('day');
            const away =
              Math.round(day.diff(DateTime.fromMillis(closedAt, { zone }).startOf('day'), 'days').days) -
              days;
            const spread = Math.min(2, Math.floor(days / 7));
            must(away >= -spread && away <= spread + 3, 'it stays near its day', { plan, away, spread });
            const again = varyTime({ closedAt, days, window, jitterKey });
            must(again.kind === 'planned' && again.at === plan.at, 'the same key gives the same time');
          },
        ),
        propertyRuns(300),
      );
    },
    PATIENCE,
  );
});
