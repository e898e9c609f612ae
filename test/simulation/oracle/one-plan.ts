import { iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { Session, Story } from './model.ts';
import type { Plan } from './plans.ts';

const RANK = { low: 0, moderate: 1, high: 2 } as const;

/**
 * What the agency says ends or frees a plan. A client who has a newer plan is asked by that one alone, or they are asked
 * `twice`. After a hold was lifted no check-in ends for being held: it is `silentlyLost`.
 */
export function judgeOnePlan(story: Story, ledger: Ledger, plans: readonly Plan[]): void {
  for (const newer of plans) {
    if (newer.decision?.kind !== 'follow-up-started') continue;
    const others = story.people.get(newer.session.person)?.sessions ?? [];
    for (const older of plans)
      if (older.session !== newer.session && others.includes(older.session) && isOlder(older, newer))
        judgeOlder(story, ledger, older, newer);
  }
  for (const plan of plans) judgeLifted(story, ledger, plan);
}

/** What has a higher tier may go on. A session that was closed again since is judged by that closing. */
function isOlder({ session, tier }: Plan, newer: Plan): boolean {
  const closedAt = Math.max(...session.closings.map((one) => one.closedAt));
  return closedAt < newer.closing.closedAt && RANK[tier] <= RANK[newer.tier];
}

function judgeOlder({ troubles, tolerances, known }: Story, ledger: Ledger, older: Plan, newer: Plan): void {
  const { doc, person, closings } = older.session;
  const told = Math.max(newer.closing.at, newer.decision?.recordedAt ?? 0, ...closings.map((one) => one.at));
  const started = troubles.after(told, tolerances.looked, 'work', newer.session.doc);
  const until = troubles.after(started, tolerances.looked, 'work', doc) + known.clockSkew;
  ledger.checked('twice');
  const asks = older.steps.flatMap(({ messages }) => messages.flatMap((message) => message.asks));
  for (const { at, message } of asks)
    if (at > until)
      ledger.broken(
        'twice',
        at,
        person,
        `${message.id} began at ${iso(at)} although ${newer.session.doc} goes on since ${iso(told)}`,
      );
}

function judgeLifted(story: Story, ledger: Ledger, { session, steps }: Plan): void {
  const { troubles, tolerances, known } = story;
  const freeSince = liftedAt(story, session);
  if (freeSince === undefined) return;
  const by = troubles.after(freeSince, 2 * tolerances.looked, 'work', session.doc) + known.clockSkew;
  for (const { id, outcomes } of steps)
    for (const { kind, why, at } of outcomes) {
      if (at <= by) continue;
      ledger.checked('silentlyLost');
      if (kind === 'check-in-cancelled' && why === 'held')
        ledger.broken(
          'silentlyLost',
          at,
          session.person,
          `${session.doc} ${id} ended at ${iso(at)} as held, and the hold was lifted at ${iso(freeSince)}`,
        );
    }
}

/** Since when nothing holds the plan any more; undefined where something may, or nothing ever did. */
function liftedAt({ people, contacts }: Story, { closings, later, person }: Session): number | undefined {
  const newest = later
    .filter(({ event }) => event.type === 'handrail.hold-lifted')
    .toSorted((one, other) => one.saidAt - other.saidAt)
    .at(-1);
  if (!newest) return undefined;
  const isHeldAgain = later.some(
    ({ event, saidAt }) =>
      (event.type === 'handrail.client-held' || event.type === 'handrail.session-reopened') &&
      saidAt > newest.saidAt,
  );
  const values = [...(people.get(person)?.windows.keys() ?? [])];
  const mayHaveStopped = values.some((value) =>
    contacts.get(value)?.texts.some(({ means }) => means === 'stop-ambiguous'),
  );
  const isClosedSince = closings.some(({ at, closedAt }) => at > newest.at || closedAt > newest.saidAt);
  return isHeldAgain || mayHaveStopped || isClosedSince ? undefined : newest.at;
}
