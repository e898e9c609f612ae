import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { bodies } from '#shared/adapters/dynamo/bodies.ts';
import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import { contacts } from '#shared/adapters/dynamo/contacts.ts';
import { documents } from '#shared/adapters/dynamo/documents.ts';
import { textOfDueId } from '#shared/adapters/dynamo/contact-keys.ts';
import { factsTable } from '#shared/adapters/dynamo/facts.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';
import { inbox } from '#shared/adapters/dynamo/inbox.ts';
import type { Documents, DueIndex } from '#shared/ports.ts';
import type { World } from '#test/fakes/fake-world.ts';

const retention = { documentsDays: 730, bodiesDays: 90, factsDays: 2192, inboxDays: 90 };

/** A world whose stores are the real ones on an embedded database; `looking` reads the index, as another function does. */
export function onDynamo(world: World, client: Dynamo, looking: Dynamo): World {
  const facts = factsTable({ client, table: 'facts', factsDays: retention.factsDays });
  const shared = {
    client,
    facts,
    events: world.events,
    now: world.now,
    documentsDays: retention.documentsDays,
  };
  const index = (table: string) => ({ index: scannedIndex(looking, table) });
  return {
    ...world,
    followUps: {
      ...world.followUps,
      ...inNewProcesses(() => documents({ ...shared, kind: followUpKind, table: 'followUps' })),
      ...index('followUps'),
    },
    cases: {
      ...world.cases,
      ...inNewProcesses(() => documents({ ...shared, kind: caseKind, table: 'cases' })),
      ...index('cases'),
    },
    contacts: {
      ...world.contacts,
      ...contacts({ client, table: 'contacts', now: world.now, idOf: world.contacts.idOf, retention }),
      ...index('contacts'),
    },
    inbox: {
      ...world.inbox,
      ...inbox({ client, table: 'inbox', inboxDays: retention.inboxDays }),
      ...index('inbox'),
    },
    bodies: { ...world.bodies, ...bodies({ client, table: 'followUps', bodiesDays: retention.bodiesDays }) },
  };
}

/** Every load is in a process of its own, which remembers nothing of what others put on the record: the dearest case. */
function inNewProcesses<D>(start: () => Documents<D>): Documents<D> {
  let process = start();
  return {
    get(id, freshness) {
      process = start();
      return process.get(id, freshness);
    },
    create: (document, facts) => process.create(document, facts),
    save: (document, facts) => process.save(document, facts),
    putOff: (id, now) => process.putOff(id, now),
    settle: (document) => process.settle(document),
    lookedAt: (document) => process.lookedAt(document),
  };
}

/** What is due, by one look at a small table instead of sixteen queries of its index. */
function scannedIndex(client: Dynamo, table: string): DueIndex {
  return {
    async *due(by) {
      const { Items = [] } = await client.send(
        new ScanCommand({
          TableName: table,
          FilterExpression: 'dueAt <= :by',
          ExpressionAttributeValues: { ':by': by },
        }),
      );
      for (const { id, pk, sk, dueAt } of Items) {
        yield { dueAt: Number(dueAt), id: String(id), ...textOfDueId(`${pk}/${sk}`) };
      }
    },
  };
}
