import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import type { Benchmark, Reading, Tools } from './benchmark.ts';
import { tallyInThread, type Tally, type Touches } from './protocols/run-touches.ts';

const SEED = 20_261_123;
const TOUCHES = Number(env['HANDRAIL_BENCH_TOUCHES'] ?? 1_200_000);
const PROTOCOLS = [
  ['retry', 'retry on error'],
  ['claim', 'claim, never retry'],
  ['powertools', 'Powertools idempotency'],
  ['ours', 'Handrail'],
] as const satisfies readonly (readonly [Touches['protocol'], string])[];

export const sendProtocols: Benchmark = {
  name: 'send',
  title: 'Once, when the carrier’s answer is lost',
  measures: PROTOCOLS.flatMap(([protocol, name]) => [
    {
      name: `${name}: doubled`,
      unit: 'per million touches',
      ...(protocol === 'ours' && { target: { atMost: 1 } }),
    },
    {
      name: `${name}: lost`,
      unit: 'per million touches',
      ...(protocol === 'ours' && { target: { atMost: 0 } }),
    },
  ]),
  async run(tools) {
    const readings: Reading[] = [];
    for (const [protocol, name] of PROTOCOLS)
      readings.push(...readingsOf(name, await tallyAll(protocol, tools)));
    return readings;
  },
};

/** All touches of one protocol, shared out among the cores. */
async function tallyAll(protocol: Touches['protocol'], { say }: Tools): Promise<Tally> {
  say(`${TOUCHES.toLocaleString('en-US')} touches by ${protocol}`);
  const threads = availableParallelism();
  const count = Math.ceil(TOUCHES / threads);
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, part) =>
      tallyInThread({ protocol, seed: SEED, first: 1 + part * count, count }),
    ),
  );
  return parts.reduce((all, part) => ({
    name: part.name,
    touches: all.touches + part.touches,
    duplicates: all.duplicates + part.duplicates,
    lost: all.lost + part.lost,
    told: all.told + part.told,
  }));
}

function readingsOf(name: string, { name: measured, touches, duplicates, lost, told }: Tally): Reading[] {
  const perMillion = (count: number) => (count / touches) * 1e6;
  const by = measured.includes('model') ? `; ${measured}` : '';
  return [
    {
      measure: `${name}: doubled`,
      p50: perMillion(duplicates),
      samples: touches,
      note: `${duplicates.toLocaleString('en-US')} texts too many${by}`,
    },
    {
      measure: `${name}: lost`,
      p50: perMillion(lost),
      samples: touches,
      note: `${lost.toLocaleString('en-US')} that nobody knew of; ${told} left to a person`,
    },
  ];
}
