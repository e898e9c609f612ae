import { causeOf } from './causes.ts';
import { HOUR, iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story, Told } from './model.ts';
import type { Plan, Step } from './plans.ts';
import { isStop, onRecordAt } from './stops.ts';

/** Promise 4: every closed session leads to its check-ins, and every check-in to exactly one recorded outcome. */
export function judgeFates(story: Story, ledger: Ledger, plans: readonly Plan[], cases: Cases): void {
  for (const plan of plans) {
    judgeDecision(story, ledger, plan);
    if (plan.decision?.kind !== 'follow-up-started') continue;
    for (const step of plan.steps) judgeStep(story, ledger, { plan, step, cases });
  }
  for (const [doc, { at, person }] of story.malformed) {
    ledger.checked('silentlyLost');
    if (story.records.has(doc))
      ledger.broken('silentlyLost', at, person, 'an event that had to be parked led to something');
  }
}

export type Cases = ReadonlyMap<string, readonly CaseStory[]>;

function judgeDecision(
  story: Story,
  ledger: Ledger,
  { session, closing, enrolment, decision, figures }: Plan,
): void {
  const { troubles, tolerances } = story;
  const { at, closedAt, event } = closing;
  const broken = (promise: 'silentlyLost' | 'afterStop', because: string) =>
    ledger.broken(promise, at, session.person, `${event.type} accepted at ${iso(at)}: ${because}`);
  if (!decision) {
    const ceiling = Math.max(at, closedAt + figures.firstCeilingHours * HOUR);
    const by = troubles.after(ceiling, 2 * tolerances.looked, 'work', session.doc);
    if (by > story.seenUntil) return;
    ledger.checked('silentlyLost');
    return broken('silentlyLost', 'neither a follow-up nor a decline stands in the record');
  }
  ledger.checked('silentlyLost');
  const declined = decision.kind === 'follow-up-declined';
  if (declined && enrolment.must.length + enrolment.may.length === 0)
    broken('silentlyLost', `it was declined (${decision.why}) without any reason in the event`);
  if (!declined && enrolment.must.length > 0)
    broken('afterStop', `automation was started in spite of: ${enrolment.must.join(', ')}`);
}

type Judged = { plan: Plan; step: Step; cases: Cases };

function judgeStep(story: Story, ledger: Ledger, judged: Judged): void {
  const { plan, step } = judged;
  const { troubles, tolerances, seenUntil } = story;
  const { doc, person } = plan.session;
  const broken = (at: number, because: string) =>
    ledger.broken('silentlyLost', at, person, `${doc} ${step.id}: ${because}`);
  const [outcome, second] = step.outcomes;
  if (second) broken(second.recordedAt, `two outcomes, ${outcome?.kind} and ${second.kind}`);
  // The last attempt may have gone an hour before; then its outcome is asked for, and silence waited for.
  const lastTake = Math.max(...step.messages.flatMap(({ takes }) => takes.map(({ at }) => at)), 0);
  const due = Math.max(step.endsBy, lastTake + HOUR);
  const by = troubles.after(due, 3 * tolerances.looked, 'texts', doc);
  if (outcome) judgeTruth(story, ledger, judged, outcome);
  const recordedAt = outcome?.recordedAt ?? Infinity;
  if (recordedAt <= by) return ledger.checked('silentlyLost');
  const limit = isVisible(story, judged) ? by + tolerances.recordLags : by;
  if (limit > seenUntil) return;
  ledger.checked('silentlyLost');
  if (recordedAt <= limit) return;
  broken(by, outcome ? `its outcome came late, at ${iso(recordedAt)}` : `no outcome by ${iso(by)}`);
}

/** Whether outsiders could see what became of it, although the record does not say so yet. */
function isVisible(story: Story, { plan, step, cases }: Judged): boolean {
  const firstTake = Math.min(...step.messages.flatMap(({ takes }) => takes.map(({ at }) => at)));
  const { person, doc } = plan.session;
  if (step.kind === 'caring-contact' && Number.isFinite(firstTake)) return true;
  if (story.people.get(person)?.heard.some((at) => at >= firstTake)) return true;
  if (cases.get(doc)?.some(({ about }) => about === step.id)) return true;
  return [
    'opted-out',
    'superseded',
    'death',
    'held',
    'client-declined',
    'wrong-number',
    'reached-by-staff',
  ].some((why) => causeOf(story, plan, why, step.endsBy, cases));
}

/** An outcome must be what outsiders saw too. */
function judgeTruth(story: Story, ledger: Ledger, judged: Judged, outcome: Told): void {
  const { plan, step, cases } = judged;
  const problem = problemWith(story, judged, outcome);
  if (problem) {
    const about = `${plan.session.doc} ${step.id}: ${outcome.kind}`;
    ledger.broken('silentlyLost', outcome.recordedAt, plan.session.person, `${about}, but ${problem}`);
  }
  if (outcome.kind !== 'check-in-cancelled') return;
  if (!causeOf(story, plan, outcome.why, outcome.recordedAt, cases))
    ledger.broken(
      'silentlyLost',
      outcome.recordedAt,
      plan.session.person,
      `${plan.session.doc} ${step.id}: cancelled as "${outcome.why}", and nobody saw why`,
    );
}

function problemWith(
  story: Story,
  { plan, step }: Judged,
  { kind, at, recordedAt }: Told,
): string | undefined {
  const heard = story.people.get(plan.session.person)?.heard ?? [];
  const { clockSkew } = story.known;
  switch (kind) {
    case 'check-in-answered': {
      // A text that was fetched late counts from when it was known.
      const knownBy = (said: number) =>
        story.troubles.after(said, story.tolerances.fetched, 'texts') + clockSkew;
      const until = at + clockSkew + story.tolerances.pressedAgain;
      const answered = heard.some((one) => knownBy(one) >= at && one <= until);
      return answered ? undefined : 'the client did not answer then';
    }
    case 'check-in-missed': {
      const takes = step.messages.flatMap((message) => message.takes);
      if (takes.length === 0) return 'nothing was ever handed over';
      // Of two plans that overlap, an answer belongs to one.
      const alone = plan.session.closings.length === 1;
      return alone && answeredBefore(story, step, recordedAt) ? 'the client had answered' : undefined;
    }
    default:
      return undefined;
  }
}

/** A text in answer, which Handrail had long enough before. Stops and strangers end the plan instead. */
function answeredBefore(story: Story, { messages }: Step, missedAt: number): boolean {
  const takes = messages.flatMap((message) => message.takes);
  const firstTake = Math.min(...takes.map(({ at }) => at));
  const texts = [...new Set(takes.map(({ to }) => to))].flatMap((to) => story.contacts.get(to)?.texts ?? []);
  return texts.some((text) => {
    const at = onRecordAt(story, text);
    if (isStop(text) || at === undefined || text.at <= firstTake) return false;
    return story.troubles.after(at, story.tolerances.looked, 'work') < missedAt;
  });
}
