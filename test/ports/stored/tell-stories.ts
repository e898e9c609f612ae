import { isDeepStrictEqual } from 'node:util';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aHelpline } from '#test/fakes/helpline.ts';
import { emptyTables, type DynamoServer } from '../dynamo-server.ts';
import { onDynamo } from '../on-dynamo.ts';
import type { Example } from './examples.ts';
import { everythingStored } from './kinds.ts';
import { shapesOf } from './shape.ts';
import { stories } from './stories.ts';

type Told = Omit<Example, 'schema'>;

const CLOSED = Date.parse('2026-11-23T18:40:00Z');

/** Lives through each story on an embedded database, and hands back what was stored on the way. */
export async function tellStories(server: DynamoServer): Promise<Told[]> {
  const told: Told[] = [];
  for (const story of stories) {
    await emptyTables(server.client);
    const world = onDynamo(aWorld({ now: CLOSED }), server.client, server.client);
    await story({
      world,
      helpline: aHelpline({ world }),
      async keep(name, ...kinds) {
        const stored = await everythingStored(server.client);
        for (const kind of kinds) {
          const found = stored.filter((one) => one.kind === kind);
          if (found.length === 0) throw new Error(`no ${kind} is stored for ${name}`);
          found.forEach(({ item }, index) => {
            const example = { kind, name: found.length === 1 ? name : `${name}-${index + 1}`, item };
            if (kind === 'facts-entry' || !told.some((one) => isLike(one, example))) told.push(example);
          });
        }
      },
    });
  }
  return told;
}

/** Of the same shape and at the same point: a second one would show nothing new. Facts form a chain, so all are kept. */
const isLike = (one: Told, other: Told): boolean =>
  one.kind === other.kind &&
  pointOf(one) === pointOf(other) &&
  isDeepStrictEqual(shapesOf([one.item]), shapesOf([other.item]));

const pointOf = ({ item }: Told) =>
  item['state']?.S ?? item['doc']?.M?.['state']?.S ?? item['doc']?.M?.['status']?.S;
