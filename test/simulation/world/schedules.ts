import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The poller and the watch. A look finds nothing unless something is due, so a minute is played only when something is;
 * most seeds look every five to fifteen minutes, which is later than in production and asks more of every deadline.
 */
export function schedules(world: World, seed: number, until: number): void {
  const { timeline, database, troubles, invoke, chanceOf } = world;
  const random = chanceOf('schedules');
  const every = random.pick([1, 5, 5, 10, 10, 15, 15]) * MINUTE;
  const watchEvery = random.pick([30, 60]) * MINUTE;
  let lastLook = timeline.now();
  let nextLook = Infinity;

  function plan(earliest: number): void {
    const at = Math.max(Math.ceil(earliest / MINUTE) * MINUTE, lastLook + every);
    if (at >= nextLook || at > until) return;
    nextLook = at;
    timeline.at(at, () => look(at));
  }

  function look(at: number): void {
    if (at !== nextLook) return;
    const clear = Math.max(troubles.endOf('poller-outage', at), troubles.endOf('region-outage', at));
    nextLook = Infinity;
    lastLook = at;
    if (clear > at) return plan(clear + MINUTE);
    void invoke('wake-due', random, ({ schedule }) => schedule()).catch(() => 'failed');
    // By then the look has put what it found on the queues; what it could not see yet is looked for again.
    timeline.after(2_000, () => plan(database.earliestDue()));
  }

  database.onPut((_table, { dueAt }) => {
    if (typeof dueAt === 'number' && dueAt < nextLook) plan(dueAt);
  });
  const watch = (at: number): void => {
    if (at > until) return;
    void invoke('watch', random, (run) => run()).catch(() => 'failed');
    timeline.at(at + watchEvery, () => watch(at + watchEvery));
  };
  const first = Math.ceil(timeline.now() / HOUR) * HOUR;
  timeline.at(first, () => watch(first));
}
