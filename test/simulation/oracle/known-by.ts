import { HOUR, iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story } from './model.ts';
import type { Plan } from './plans.ts';
import { reachedStaffAt, toldBy } from './staff-time.ts';

export type Cases = ReadonlyMap<string, readonly CaseStory[]>;

export type Due = { plan: Plan; cases: Cases; from: number; what: string; hours: number; anyHour?: boolean };

/** There is such a case by then; from there on it climbs by its own deadline (see climbs.ts). */
export function mustBeKnown(
  story: Story,
  ledger: Ledger,
  due: Due,
  isMeant: (one: CaseStory) => boolean,
): void {
  const { plan, cases, from, what, hours, anyHour = false } = due;
  const { doc, person } = plan.session;
  const by = toldBy(story, from + hours * HOUR, { anyHour, document: doc });
  if (by > story.seenUntil) return;
  ledger.checked('nobodyKnew');
  const found = (cases.get(doc) ?? []).filter(isMeant);
  const knownAt = Math.min(
    ...found.map((one) => Math.min(one.opened?.at ?? Infinity, reachedStaffAt(one))),
    Infinity,
  );
  if (knownAt > by)
    ledger.broken(
      'nobodyKnew',
      by,
      person,
      `${doc}: ${what} at ${iso(from)}, and no case of it by ${iso(by)}`,
    );
}
