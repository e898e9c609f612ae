import { iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story } from './model.ts';
import type { Plan } from './plans.ts';
import { reachedStaffAt, toldBy } from './staff-time.ts';

export type Cases = ReadonlyMap<string, readonly CaseStory[]>;

export type Due = { plan: Plan; cases: Cases; from: number; what: string; due: number; anyHour?: boolean };

/**
 * Somebody was told of such a case, or took it, by the latest time that the protocol allows. From there on it climbs (see
 * climbs.ts).
 */
export function mustBeKnown(
  story: Story,
  ledger: Ledger,
  due: Due,
  isMeant: (one: CaseStory) => boolean,
): void {
  const { plan, cases, from, what, due: dueAt, anyHour = false } = due;
  const { doc, person } = plan.session;
  const by = toldBy(story, dueAt, { anyHour, document: doc });
  if (by > story.seenUntil) return;
  ledger.checked('nobodyKnew');
  const found = (cases.get(doc) ?? []).filter(isMeant);
  const knownAt = Math.min(...found.map(reachedStaffAt), Infinity);
  if (knownAt > by)
    ledger.broken(
      'nobodyKnew',
      by,
      person,
      `${doc}: ${what} at ${iso(from)}, and nobody was told of a case of it by ${iso(by)}`,
    );
}
