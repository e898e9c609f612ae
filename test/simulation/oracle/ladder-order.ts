import { iso, MINUTE } from './clock.ts';
import type { CaseMove, CaseStory, Story } from './model.ts';
import { pagesAtAnyHour } from './staff-time.ts';

/**
 * Who is told when: the first on the ladder first, the next when their time to answer is over or their alert was refused.
 * Whoever is told twice had a crash after it, which may stand for a refusal; the ladder may begin again at any time.
 */
export function problemsOfOrder(story: Story, one: CaseStory): { at: number; because: string }[] {
  const problems: { at: number; because: string }[] = [];
  let told: Told | undefined;
  let acknowledgedAt: number | undefined;
  for (const move of one.moves) {
    const { at, kind, step } = move;
    if (kind === 'acknowledged' || kind === 'closed') {
      acknowledgedAt ??= at;
      continue;
    }
    const first = acknowledgedAt ?? Infinity;
    // Reminders begin at the first step; what was decided before an acknowledgement may still come after it.
    if (told && told.at <= first && at > first + story.tolerances.longestRun) told = undefined;
    const because = tooEarly(story, told, move);
    if (because) problems.push({ at, because });
    told = told?.step === step ? { ...told, at, again: true } : { step, at, again: kind === 'refused' };
    if (kind === 'alert' && move.priority !== 'urgent' && pagesAtAnyHour(story, one))
      problems.push({ at, because: `paged as ${move.priority} at ${iso(at)} although it is urgent` });
  }
  return problems;
}

/** `again`: its alert was refused, or repeated. */
type Told = { readonly step: number; readonly at: number; readonly again: boolean };

function tooEarly({ known, tolerances }: Story, told: Told | undefined, { at, step }: CaseMove) {
  const reached = told?.step ?? -1;
  if (step <= reached || step === 0) return undefined;
  if (step > reached + 1)
    return `step ${step + 1} was told at ${iso(at)}, and step ${reached + 2} before it was not`;
  if (!told || told.again) return undefined;
  const wait = (known.ladder[told.step]?.waitMinutes ?? 0) * MINUTE;
  // Two servers' clocks may be apart, and a slow one hands over late what it decided.
  const soonest = told.at + wait - 2 * known.clockSkew - tolerances.longestRun - tolerances.wire;
  return at < soonest
    ? `step ${step + 1} was told at ${iso(at)}, before step ${told.step + 1} had had its time`
    : undefined;
}

/** The record names whoever acknowledged or closed it. */
export function problemsOfNames(one: CaseStory): { at: number; because: string }[] {
  return one.doneBy.flatMap(({ at, what, by }) => {
    const staff = one.moves.flatMap(({ staffId }) => (staffId === undefined ? [] : [`staff:${staffId}`]));
    if (staff.length === 0 || staff.includes(by)) return [];
    return [{ at, because: `the record has it ${what} by ${by}, and it was ${staff.join(', ')}` }];
  });
}
