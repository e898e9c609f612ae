import type { DataFiles } from './data/data-dir.ts';
import { createQueuesTopicsBuckets } from './queues/create-queues.ts';
import { startFauxqs, type EmbeddedFauxqs } from './queues/embedded-fauxqs.ts';
import { createTables, type LocalTable } from './tables/create-tables.ts';
import { watchDueMoments, type DueMoments } from './tables/due-moments.ts';
import { startDynamoDb, type EmbeddedDynamoDb } from './tables/embedded-dynamodb.ts';
import type { Resources } from './template/resources.ts';

/** The embedded services that hold state. */
export type Engines = {
  readonly dynamo: EmbeddedDynamoDb;
  readonly tables: readonly LocalTable[];
  readonly due: DueMoments;
  readonly fauxqs: EmbeddedFauxqs;
  readonly stop: () => Promise<void>;
};

export async function startEngines(resources: Resources, files: DataFiles): Promise<Engines> {
  const [dynamo, fauxqs] = await Promise.all([startDynamoDb(files.tables), startFauxqs(files.queues)]);
  const tables = await createTables(dynamo, resources);
  createQueuesTopicsBuckets(fauxqs, resources);
  return {
    dynamo,
    tables,
    due: watchDueMoments(dynamo, tables),
    fauxqs,
    stop: async () => {
      await Promise.all([dynamo.stop(), fauxqs.stop()]);
    },
  };
}
