import { countAJourney } from '#test/ports/count-a-journey.ts';
import { startDynamo } from '#test/ports/dynamo-server.ts';
import type { Benchmark } from './benchmark.ts';

const note = 'counted with index writes, on an embedded database';

export const journeyUnits: Benchmark = {
  name: 'units',
  title: 'What a database charges for 12 texts and 5 replies',
  measures: [
    { name: 'write units', unit: 'per journey', target: { atMost: 400 } },
    { name: 'read units', unit: 'per journey', target: { atMost: 100 } },
  ],
  async run() {
    const server = await startDynamo();
    const { write, read } = await countAJourney(server);
    await server.stop();
    return [
      { measure: 'write units', p50: write, samples: 1, note },
      { measure: 'read units', p50: read, samples: 1, note },
    ];
  },
};
