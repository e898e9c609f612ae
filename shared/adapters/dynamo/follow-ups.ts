import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import type { Documents } from '#shared/ports.ts';
import { busEvents } from '#shared/adapters/events/publisher.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { dynamo } from './client.ts';
import type { DocumentKind } from './document-item.ts';
import { documents, readDocuments, type SaveHooks } from './documents.ts';
import { factsTable } from './facts.ts';

/** How follow-ups are stored. A held one may wait for nothing, and is still looked at every week. */
export const followUpKind: DocumentKind<FollowUp> = {
  schema: 1,
  nextDueAt,
  attention: ({ status }) => {
    if (status === 'open') return 'must-be-due';
    return status === 'held' ? 'weekly' : 'closed';
  },
  // Schema 1 is the first: nothing to upgrade yet, and its fields were written by this very type.
  upgrade: (_schema, fields) => fields as ReturnType<DocumentKind<FollowUp>['upgrade']>,
  about: ({ id, session }) => ({ agencyId: session.agencyId, followUpId: id }),
};

type Env = { FOLLOW_UPS_TABLE: string; FACTS_TABLE: string; EVENT_BUS_NAME: string };
type Retention = { documentsDays: number; factsDays: number };

/** The follow-ups of a deployment, for a function that may change them. */
export function followUps(env: Env, retention: Retention, hooks: SaveHooks = {}): Documents<FollowUp> {
  return documents({
    client: dynamo(),
    table: env.FOLLOW_UPS_TABLE,
    kind: followUpKind,
    facts: factsTable({ table: env.FACTS_TABLE, factsDays: retention.factsDays }),
    events: busEvents(env.EVENT_BUS_NAME),
    now: systemClock,
    documentsDays: retention.documentsDays,
    ...hooks,
  });
}

/** The same for a function that only reads. */
export function readFollowUps(env: Pick<Env, 'FOLLOW_UPS_TABLE'>): Pick<Documents<FollowUp>, 'get'> {
  return readDocuments({ client: dynamo(), table: env.FOLLOW_UPS_TABLE, kind: followUpKind });
}
