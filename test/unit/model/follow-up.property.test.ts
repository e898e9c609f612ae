import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyProgramme, anySession } from './any-session.ts';
import { anySteps } from './any-step.ts';
import { aFollowUpWorld } from './follow-up-world.ts';
import { liveWithoutSender, liveWithSender } from './live-on.ts';
import { PATIENCE, propertyRuns } from './property-runs.ts';
import { takeStep } from './take-step.ts';

describe('whatever happens to a follow-up, in whatever order', () => {
  it.each([
    ['while the sender works', liveWithSender, 500],
    ['even when nothing is heard of the sender any more', liveWithoutSender, 200],
  ])(
    'every rule holds after every step, and every check-in ends in time %s',
    (_how, liveOn, times) => {
      fc.assert(
        fc.property(anySession, anyProgramme, anySteps, (session, programme, steps) => {
          const world = aFollowUpWorld(session, programme);
          for (const step of steps) takeStep(world, step);
          liveOn(world);
        }),
        propertyRuns(times),
      );
    },
    PATIENCE,
  );
});
