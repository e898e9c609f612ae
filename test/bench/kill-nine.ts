import type { Benchmark } from './benchmark.ts';
import { killLoops } from './peers/kill-loops.ts';
import { askEach, SYSTEMS, versionOf } from './peers/systems.ts';

const measuresOf = (name: string) => [`${name}: lost`, `${name}: doubled`];

export const killNine: Benchmark = {
  name: 'kill',
  title: 'Workers killed at work, and now and then their store',
  measures: SYSTEMS.flatMap(({ name }) =>
    measuresOf(name).map((measure) => ({
      name: measure,
      unit: 'texts',
      ...(name === 'Handrail' && { target: { atMost: 0 } }),
    })),
  ),
  run: (tools) =>
    askEach(tools, measuresOf, async (system, store) => {
      const { name } = system;
      tools.say(versionOf(system));
      const { jobs, kills, storeKills, lost, doubled } = await killLoops(system, store);
      const note = `${versionOf(system)}; ${jobs} texts, ${kills} kills of the worker, ${storeKills} of the store`;
      return [
        { measure: `${name}: lost`, p50: lost, samples: jobs, note },
        { measure: `${name}: doubled`, p50: doubled, samples: jobs },
      ];
    }),
};
