import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { apply, type World } from './follow-up-world.ts';
import { must } from './property-runs.ts';
import { askCarrier, carriedOut, send, wake } from './take-step.ts';

const HOUR = 3_600_000;

/** From here on everything works, and the clock goes from one due moment to the next until nothing is pending. */
export const liveWithSender = (world: World): void => liveOn(world, () => work(world));

/** From here on nothing is heard of the sender any more. */
export const liveWithoutSender = (world: World): void => liveOn(world, () => carriedOut(world), HOUR);

function liveOn(world: World, between: () => void, late = 0): void {
  world.now += 1;
  apply(world, { kind: 'hold-lifted', at: world.now, by: 'agency' });
  const start = world.now;
  for (let looks = 0; looks < 6000; looks += 1) {
    const due = nextDueAt(world.followUp);
    if (due === undefined) return allEnded(world);
    world.now = Math.max(world.now, due) + late;
    wake(world);
    between();
    inTime(world, start);
  }
  must(false, 'a follow-up comes to its end', world.followUp);
}

/** The sender does its work, the carrier says what is true, and cases reach their queue. */
function work(world: World): void {
  for (const { id, state } of world.followUp.outbox) {
    if (state === 'queued') send(world, id, 'accepted');
    if (state === 'unknown') askCarrier(world, id, 'truth');
  }
  carriedOut(world);
}

function inTime({ followUp, now }: World, start: number): void {
  for (const checkIn of followUp.checkIns) {
    const deadline = Math.max(checkIn.silentBy, checkIn.tooLateAt, start) + 3 * HOUR;
    must(now <= deadline, 'every check-in ends by its deadline', { checkIn, now });
  }
}

function allEnded({ followUp }: World): void {
  const over = followUp.status === 'completed' || followUp.status === 'declined';
  must(over && followUp.checkIns.length === 0, 'every check-in has its outcome at the end', followUp);
}
