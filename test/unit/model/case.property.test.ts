import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { caseDueAt } from '#shared/domain/case/advance-case.ts';
import { anyCase, anyCaseSteps, anyStaff } from './any-case.ts';
import { aCaseWorld, takeCaseStep, wakeCase, type CaseWorld } from './case-world.ts';
import { must, PATIENCE, propertyRuns } from './property-runs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longer than any night of the drawn staff. */
const NIGHT = 11 * HOUR + MINUTE;

describe('whatever staff, alerts and clients do', () => {
  it.each([
    ['when alerts work', 'sent'],
    ['when alerts fail', 'failed'],
    ['when nobody hears what became of an alert', 'lost'],
  ])(
    'a case is acknowledged or it climbs, to an alarm that does not stop, %s',
    (_how, page) => {
      fc.assert(
        fc.property(anyCase, anyStaff, anyCaseSteps, (about, staff, steps) => {
          const world = aCaseWorld(about, staff);
          for (const step of steps) takeCaseStep(world, step);
          leaveAlone(world, page);
        }),
        propertyRuns(300),
      );
    },
    PATIENCE,
  );
});

/** From here on nobody acknowledges and the clock goes from one due moment to the next. */
function leaveAlone(world: CaseWorld, page: string): void {
  if (world.value.state === 'acknowledged') return leaveUnfinished(world, page);
  if (world.value.state !== 'open') return;
  const start = Math.max(world.now, world.value.next?.at ?? 0);
  const climb = world.programme.ladder.reduce((sum, { waitMinutes }) => sum + (waitMinutes + 5) * MINUTE, 0);
  // An alarm that was sounded already comes again a day later, with the last person told first.
  const latest = start + climb + 2 * NIGHT + DAY;
  const ladderEnd = world.programme.ladder.length;
  do {
    oneLook(world, page);
    must(world.now <= latest, 'nobody acknowledged, so operators are told', world.value);
  } while (world.ladder.last?.step !== ladderEnd);
  if (page === 'sent') alarmsDaily(world);
}

/** Whoever has the case does nothing more: each week somebody is told of it, and if nobody can be, operators are asked. */
function leaveUnfinished(world: CaseWorld, page: string): void {
  for (let weeks = 0; weeks < 5; weeks += 1) {
    // Three tries for each person, a minute apart, in the staff's waking hours.
    const tries = 3 * world.programme.ladder.length * MINUTE;
    const latest = Math.max(world.now, world.value.next?.at ?? Infinity) + tries + 2 * NIGHT;
    const reminded = world.ladder.remindedAt;
    do {
      oneLook(world, page);
      must(world.now <= latest, 'nobody closed it, so somebody is told', world.value);
    } while (
      world.ladder.remindedAt === reminded &&
      world.ladder.last?.step !== world.programme.ladder.length
    );
  }
}

function alarmsDaily(world: CaseWorld): void {
  for (let days = 0; days < 5; days += 1) {
    const last = world.now;
    const alarms = world.ladder.alarmedAt.length;
    while (world.ladder.alarmedAt.length === alarms) {
      const asked = world.ladder.last?.at ?? 0;
      oneLook(world, 'sent');
      must(world.now - asked <= DAY + NIGHT, 'somebody is told again within a day', world.ladder);
    }
    must(world.now - last <= DAY + 2 * NIGHT, 'the alarm repeats daily', world.ladder);
  }
}

function oneLook(world: CaseWorld, page: string): void {
  world.now = Math.max(world.now, caseDueAt(world.value) ?? Infinity);
  wakeCase(world, page);
}
