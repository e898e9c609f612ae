import type { Benchmark } from './benchmark.ts';
import { cancelAllOf, TOUCHES } from './peers/cancel-all-of.ts';
import { askEach, SYSTEMS, versionOf } from './peers/systems.ts';
import { summary } from './samples.ts';

const measuresOf = (name: string) => [`${name}: operations`, `${name}: round trips`];

const WHY: Readonly<Record<string, string>> = {
  Handrail:
    'one conditional write ends the plan; the others read, block the number for every other plan, and put the stop on the record',
  BullMQ: 'a command for each touch, sent together; killed halfway, some stay planned',
};

export const cancelAll: Benchmark = {
  name: 'cancel',
  title: `Cancelling ${TOUCHES} planned touches of one client`,
  measures: SYSTEMS.flatMap(({ name }) =>
    measuresOf(name).map((measure) => ({ name: measure, unit: 'per client' })),
  ),
  run: (tools) =>
    askEach(tools, measuresOf, async (system, store) => {
      tools.say(versionOf(system));
      const traffic = await cancelAllOf(system, store);
      const { name } = system;
      const why = WHY[name] ?? 'one statement, with the ids that the application kept';
      const note = `${versionOf(system)}; ${why}`;
      return [
        { measure: `${name}: operations`, ...summary(traffic.map(({ operations }) => operations)), note },
        { measure: `${name}: round trips`, ...summary(traffic.map(({ roundTrips }) => roundTrips)) },
      ];
    }),
};
