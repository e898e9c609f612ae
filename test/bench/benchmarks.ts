import type { Benchmark } from './benchmark.ts';
import { bundles } from './bundles.ts';
import { cancelAll } from './cancel-all.ts';
import { clientCosts } from './client-cost.ts';
import { coreThroughput } from './core-throughput.ts';
import { journeyUnits } from './journey-units.ts';
import { killNine } from './kill-nine.ts';
import { matching } from './matching.ts';
import { replyReading } from './reply-reading.ts';
import { sendProtocols } from './send-protocols.ts';
import { simulationPace } from './simulation-pace.ts';
import { zoneArithmetic } from './zone-arithmetic.ts';

/**
 * Every benchmark, in the order of the table. Another one is a file with a `Benchmark`, a line here, a heading of its name
 * in docs/benchmarks.md, and `npm run bench -- --write`.
 */
export const BENCHMARKS: readonly Benchmark[] = [
  sendProtocols,
  killNine,
  cancelAll,
  coreThroughput,
  replyReading,
  matching,
  zoneArithmetic,
  simulationPace,
  bundles,
  journeyUnits,
  clientCosts,
];
