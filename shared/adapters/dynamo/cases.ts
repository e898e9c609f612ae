import { caseDueAt } from '#shared/domain/case/advance-case.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Documents } from '#shared/ports.ts';
import { busEvents } from '#shared/adapters/events/publisher.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { dynamo } from './client.ts';
import type { DocumentKind } from './document-item.ts';
import { documents, readDocuments, type SaveHooks } from './documents.ts';
import { factsTable } from './facts.ts';

/** How cases are stored. An acknowledged one may wait for a person alone, and is still looked at every week. */
export const caseKind: DocumentKind<Case> = {
  schema: 1,
  nextDueAt: caseDueAt,
  attention: ({ state }) => {
    if (state === 'open') return 'must-be-due';
    return state === 'acknowledged' ? 'weekly' : 'closed';
  },
  // Schema 1 is the first: nothing to upgrade yet, and its fields were written by this very type.
  upgrade: (_schema, fields) => fields as ReturnType<DocumentKind<Case>['upgrade']>,
  about: ({ agencyId, subject }) => ({
    agencyId,
    ...(subject.followUpId !== undefined && { followUpId: subject.followUpId }),
  }),
};

type Env = { CASES_TABLE: string; FACTS_TABLE: string; EVENT_BUS_NAME: string };
type Retention = { documentsDays: number; factsDays: number };

/** The cases of a deployment, for a function that may change them. */
export function cases(env: Env, retention: Retention, hooks: SaveHooks = {}): Documents<Case> {
  return documents({
    client: dynamo(),
    table: env.CASES_TABLE,
    kind: caseKind,
    facts: factsTable({ table: env.FACTS_TABLE, factsDays: retention.factsDays }),
    events: busEvents(env.EVENT_BUS_NAME),
    now: systemClock,
    documentsDays: retention.documentsDays,
    ...hooks,
  });
}

/** The same for a function that only reads. */
export function readCases(env: Pick<Env, 'CASES_TABLE'>): Pick<Documents<Case>, 'get'> {
  return readDocuments({ client: dynamo(), table: env.CASES_TABLE, kind: caseKind });
}
