import type { Agenda } from './agenda.ts';
import type { LocalAlarms } from './alarms/start-alarms.ts';
import type { Activity } from './clock/activity.ts';
import type { Moments } from './clock/leap.ts';
import type { VirtualClock } from './clock/virtual-clock.ts';
import type { Script } from './clock/script.ts';
import type { Engines } from './engines.ts';
import type { EventRule } from './events/event-buses.ts';
import type { FindFunction } from './lambda/index-functions.ts';
import type { Access } from './policies/access.ts';
import type { Pumps } from './queues/start-pumps.ts';
import { planTicks } from './schedules/next-tick.ts';
import { runSchedules } from './schedules/run-schedules.ts';
import { gatherSchedules } from './schedules/schedules.ts';
import { expireItems } from './tables/expire-items.ts';
import type { Resources } from './template/resources.ts';
import type { TwilioCarrier } from './twilio/twilio-carrier.ts';

const DAY = 86_400_000;

export type MomentParts = {
  readonly resources: Resources;
  readonly rules: readonly EventRule[];
  readonly engines: Engines;
  readonly access: Access;
  readonly activity: Activity;
  readonly carrier: TwilioCarrier;
  readonly script: Script;
  readonly pumps: Pumps;
  readonly alarms: LocalAlarms;
  readonly agenda: Agenda;
  readonly find: FindFunction;
  readonly clock: VirtualClock;
};

/** Everything that happens at its own time on the local stack. */
export function localMoments(parts: MomentParts) {
  const startedAt = parts.clock.now();
  const { engines, access, activity, carrier, script, pumps, alarms, agenda, find } = parts;
  const schedules = runSchedules(gatherSchedules(parts.resources, parts.rules), find, access, activity);
  const ticks = planTicks(startedAt);
  let nextDay = (Math.floor(startedAt / DAY) + 1) * DAY;
  let ticked = false;

  const moments: Moments[] = [
    { name: 'queues', nextAt: pumps.nextAt, fire: pumps.kickAll },
    { name: 'the carrier', nextAt: carrier.nextAt, fire: (now) => during(() => carrier.carryOut(now)) },
    { name: 'the agenda', nextAt: agenda.nextAt, fire: (now) => during(() => agenda.carryOut(now)) },
    script,
    {
      name: 'a new day',
      nextAt: () => nextDay,
      fire: async (now) => {
        nextDay = (Math.floor(now / DAY) + 1) * DAY;
        await expireItems(engines.dynamo, engines.tables, now);
        engines.tables.forEach((table) => engines.due.wroteTo(table.name));
      },
    },
  ];
  const during = (work: () => Promise<void>) => void activity.during(work);
  const leapMoments: Moments[] = [
    {
      name: 'the schedules',
      nextAt: async () => ticks.nextAt(await engines.due.earliest()),
      fire: (now) => {
        ticks.fired(now);
        ticked = true;
        schedules.fireInTurn(now);
      },
    },
  ];
  return {
    moments,
    leapMoments,
    /** Has a leap stop at this instant to run the schedules. */
    tickAt: ticks.request,
    async everyMinute(now: number) {
      schedules.fireDue(now);
      await alarms.evaluate(now, true);
    },
    async afterMoment(now: number) {
      await alarms.evaluate(now, ticked);
      ticked = false;
    },
  };
}
