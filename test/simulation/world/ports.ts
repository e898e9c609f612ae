import { bodies } from '#shared/adapters/dynamo/bodies.ts';
import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import { contacts } from '#shared/adapters/dynamo/contacts.ts';
import { documents, newDocuments, type DocumentOptions } from '#shared/adapters/dynamo/documents.ts';
import type { DocumentKind, StoredDocument } from '#shared/adapters/dynamo/document-item.ts';
import { pagesOf } from '#shared/adapters/dynamo/due-index.ts';
import { factsTable } from '#shared/adapters/dynamo/facts.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';
import { inbox } from '#shared/adapters/dynamo/inbox.ts';
import { lostDocuments } from '#shared/adapters/dynamo/lost-documents.ts';
import { signedLinks } from '#shared/adapters/links.ts';
import { programmeOf } from '#shared/adapters/programme-file.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import type { DueIndex } from '#shared/ports.ts';
import type { Server } from '../engine/server.ts';
import { dynamoThrough } from './dynamo-through.ts';
import type { World } from './world.ts';

const PUBLIC_URL = 'https://handrail.example.org';
const LINK_SECRET = { current: 'a link secret of the simulation' };

/** The real adapters over the world's tables, and the world's own queues, carrier, mail and alerts: what one server holds. */
export function portsOf(world: World, server: Server) {
  const client = dynamoThrough(world, server);
  const now = server.now;
  const { retention } = world.settings;
  const facts = factsTable({ client, table: 'Facts', factsDays: retention.factsDays });
  const events = world.bus.through(server);
  const kept = <D extends StoredDocument>(table: string, kind: DocumentKind<D>): DocumentOptions<D> => ({
    client,
    table,
    kind,
    facts,
    events,
    now,
    documentsDays: retention.documentsDays,
  });
  const people = contacts({ client, table: 'Contacts', now, idOf: world.idOf, retention });
  const ports = {
    now,
    contacts: people,
    followUps: documents(kept('FollowUps', followUpKind)),
    cases: documents(kept('Cases', caseKind)),
    newCases: newDocuments(kept('Cases', caseKind)),
    inbox: inbox({ client, table: 'Inbox', inboxDays: retention.inboxDays }),
    bodies: bodies({ client, table: 'FollowUps', bodiesDays: retention.bodiesDays }),
    programme: programmeOf(world.settings, world.idOf),
    links: signedLinks({
      secret: { get: () => Promise.resolve(LINK_SECRET), reload: () => Promise.resolve(LINK_SECRET) },
      publicUrl: PUBLIC_URL,
    }),
    queues: world.queuesThrough(server),
    carrier: world.carrier.through(server),
    mailer: world.mail.through(server),
    alerts: world.alerts.through(server),
    followUpsDue: dueThrough(world, client, 'FollowUps'),
    casesDue: dueThrough(world, client, 'Cases'),
    textsDue: dueThrough(world, client, 'Contacts'),
    eventsDue: dueThrough(world, client, 'Inbox'),
    lost: () => lostDocuments(['FollowUps', 'Cases'], client),
  };
  return { ...ports, carryOut: carryOutFollowUp(ports) };
}

export type ServerPorts = ReturnType<typeof portsOf>;

/** Only the shards in which somebody could see something due are asked: the others' answers would be empty. */
function dueThrough(
  world: World,
  client: Dynamo,
  table: 'FollowUps' | 'Cases' | 'Contacts' | 'Inbox',
): DueIndex {
  const { due } = world.database.table(table);
  return {
    async *due(by) {
      for (const shard of due.shardsDue(by, world.timeline.now()))
        for await (const page of pagesOf({ client, table }, shard, by)) yield* page;
    },
  };
}
