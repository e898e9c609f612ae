import type { Settings } from '#shared/contracts/settings.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Contacts, Documents } from '#shared/ports.ts';
import { contactIds } from './contact-ids.ts';
import { caseKind } from './dynamo/case-kind.ts';
import { contacts } from './dynamo/contacts.ts';
import { documents, newDocuments, type DocumentOptions } from './dynamo/documents.ts';
import { factsTable } from './dynamo/facts.ts';
import { followUpKind } from './dynamo/follow-up-kind.ts';
import { busEvents } from './events/publisher.ts';
import { pepperSecret, secret } from './secrets.ts';
import { systemClock } from './system-clock.ts';

type Record = { FACTS_TABLE: string; EVENT_BUS_NAME: string };
type OnSaved = DocumentOptions<FollowUp>['onSaved'];

/** The contact book, with the pepper that its ids hang on. */
export function contactsOf(
  env: { CONTACTS_TABLE: string; PEPPER_SECRET_ARN: string },
  { retention }: Settings,
): Contacts {
  const pepper = secret(env.PEPPER_SECRET_ARN, pepperSecret);
  return contacts({
    table: env.CONTACTS_TABLE,
    now: systemClock,
    idOf: contactIds(() => pepper.get()),
    retention,
  });
}

/** Follow-ups with their record and their events. `onSaved` is told the size of each. */
export function followUpsOf(
  env: Record & { FOLLOW_UPS_TABLE: string },
  settings: Settings,
  onSaved?: OnSaved,
): Documents<FollowUp> {
  return documents({
    table: env.FOLLOW_UPS_TABLE,
    kind: followUpKind,
    ...recordOf(env, settings),
    ...(onSaved && { onSaved }),
  });
}

export function casesOf(env: Record & { CASES_TABLE: string }, settings: Settings): Documents<Case> {
  return documents({ table: env.CASES_TABLE, kind: caseKind, ...recordOf(env, settings) });
}

/** New cases only; see newDocuments. */
export function newCasesOf(
  env: { CASES_TABLE: string },
  { retention }: Settings,
): Pick<Documents<Case>, 'create'> {
  return newDocuments({
    table: env.CASES_TABLE,
    kind: caseKind,
    now: systemClock,
    documentsDays: retention.documentsDays,
  });
}

function recordOf(env: Record, { retention }: Settings) {
  return {
    facts: factsTable({ table: env.FACTS_TABLE, factsDays: retention.factsDays }),
    events: busEvents(env.EVENT_BUS_NAME),
    now: systemClock,
    documentsDays: retention.documentsDays,
  } satisfies Partial<DocumentOptions<FollowUp>>;
}
