import { cpuUsage } from 'node:process';
import { simulate } from '#test/simulation/simulate.ts';
import type { Benchmark } from './benchmark.ts';
import { summary } from './samples.ts';

const PLAY = { clients: 500, days: 60, faults: 'all' } as const;
const SEEDS = [1, 2, 3];

export const simulationPace: Benchmark = {
  name: 'simulation',
  title: 'Pace of the simulation',
  measures: [{ name: 'touches', unit: 'per CPU-minute', target: { atLeast: 300_000 } }],
  async run({ say }) {
    const paces: number[] = [];
    let touches = 0;
    for (const seed of SEEDS) {
      say(`seed ${seed}`);
      const start = cpuUsage();
      const { report } = await simulate({ ...PLAY, seed, onProgress: () => {} });
      const { user, system } = cpuUsage(start);
      touches += report.touches;
      paces.push((report.touches / (user + system)) * 60e6);
    }
    const note = `${touches.toLocaleString('en-US')} touches: ${PLAY.clients} clients, ${PLAY.days} days, ${PLAY.faults} faults, seeds ${SEEDS.join(' ')}, judged by the oracle`;
    return [{ measure: 'touches', ...summary(paces), note }];
  },
};
