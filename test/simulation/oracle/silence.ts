import { causeOf } from './causes.ts';
import { HOUR, iso } from './clock.ts';
import { repairHours, silenceHours, staffedDayAfter } from './due-times.ts';
import { mustBeKnown, type Cases } from './known-by.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story, Told } from './model.ts';
import type { Plan, Step } from './plans.ts';
import { EXCUSES, judgeOpening, judgeOptOut } from './opening.ts';
import { reachedStaffAt, toldBy } from './staff-time.ts';

/** Promise 5, and 4's "each kind of silence has its own ladder": whatever keeps a client from being heard reaches staff. */
export function judgeSilences(story: Story, ledger: Ledger, plans: readonly Plan[], cases: Cases): void {
  for (const plan of plans) {
    judgeOpening(story, ledger, plan, cases);
    if (plan.decision?.kind !== 'follow-up-started') continue;
    for (const step of plan.steps) {
      if (step.kind !== 'check-in') continue;
      judgeSilence(story, ledger, { plan, step, cases });
      for (const outcome of step.outcomes) judgeOutcome(story, ledger, { plan, step, cases }, outcome);
    }
    judgeOptOut(story, ledger, plan, cases);
    judgeRepairs(story, ledger, plan, cases);
  }
}

type Judged = { plan: Plan; step: Step; cases: Cases };

/** A check-in reached the phone, as far as is known, and the script has the client silent. */
function judgeSilence(story: Story, ledger: Ledger, { plan, step, cases }: Judged): void {
  const { session, figures } = plan;
  const takes = step.messages
    .flatMap((message) => message.takes)
    .filter(({ failedAt }) => failedAt === undefined);
  if (takes.length === 0) return;
  const first = Math.min(...takes.map(({ at }) => at));
  const last = Math.max(...takes.map(({ at }) => at));
  const silentBy = Math.max(step.endsBy, last + HOUR);
  const settled = story.troubles.after(silentBy, 2 * story.tolerances.looked, 'work', session.doc);
  const heard = story.people.get(session.person)?.heard ?? [];
  if (heard.some((at) => at >= first - story.known.clockSkew && at <= settled)) return;
  if (EXCUSES.some((why) => causeOf(story, plan, why, settled, cases))) return;
  const wait = Math.max(
    figures.silencePages ? 0 : figures.callWithinHours,
    couldNotSend(step) ? figures.repairWithinHours : 0,
  );
  const by = toldBy(story, settled + wait * HOUR, { anyHour: false, document: session.doc });
  // Heard of after all, before anybody had to be told: what silence started is calmed.
  if (by > story.seenUntil || heard.some((at) => at >= settled && at <= by)) return;
  ledger.checked('nobodyKnew');
  const told = (cases.get(session.doc) ?? []).filter((one) => isAboutStep(one, step.id)).map(reachedStaffAt);
  if (Math.min(...told, Infinity) > by)
    ledger.broken(
      'nobodyKnew',
      by,
      session.person,
      `${session.doc} ${step.id}: sent at ${iso(first)}, silent until ${iso(silentBy)}, and nobody was told by ${iso(by)}`,
    );
}

/** A telephone or an address that does not work is somebody's task. */
function judgeRepairs(story: Story, ledger: Ledger, plan: Plan, cases: Cases): void {
  const { doc } = plan.session;
  for (const { kind, recordedAt, detail } of story.records.get(doc)?.facts ?? []) {
    if (kind !== 'contact-undeliverable') continue;
    const due = recordedAt + repairHours(plan.session) * HOUR;
    mustBeKnown(
      story,
      ledger,
      { plan, cases, from: recordedAt, what: `${String(detail['channel'])} that does not work`, due },
      ({ reason, about }) => reason === 'contact-repair' && about === detail['channel'],
    );
  }
}

const couldNotSend = ({ outcomes }: Step): boolean => outcomes.some(({ kind }) => /-not-/.test(kind));
const isAboutStep = ({ reason, about }: CaseStory, id: string): boolean =>
  about === id && /^(missed-check-in|not-sent|not-delivered|held)$/.test(reason);

/** What the record says went wrong has a case in which people are told, in the time of its tier. */
function judgeOutcome(story: Story, ledger: Ledger, { plan, step, cases }: Judged, outcome: Told): void {
  const { kind, why, recordedAt } = outcome;
  const reason = kind === 'check-in-cancelled' && why === 'held' ? 'held' : REASONS[kind];
  if (reason === undefined) return;
  const due = dueOf(story, plan, outcome);
  // Heard of after all: the climb of a silence is calmed (see climbs.ts).
  if (kind === 'check-in-missed' && isHeardBefore(story, plan, recordedAt, due)) return;
  mustBeKnown(
    story,
    ledger,
    { plan, cases, from: recordedAt, what: `${step.id} ${kind}`, due },
    (one) => one.reason === reason && one.about === step.id,
  );
}

function isHeardBefore(story: Story, { session }: Plan, missedAt: number, due: number): boolean {
  const from = missedAt - story.tolerances.fetched;
  const by = toldBy(story, due, { anyHour: false, document: session.doc });
  return story.people.get(session.person)?.heard.some((at) => at >= from && at <= by) ?? false;
}

/** What stood in the way of a check-in is seen to in the time of its tier, a held one by the end of the next staffed day. */
function dueOf(story: Story, { session }: Plan, { kind, recordedAt }: Told): number {
  if (kind === 'check-in-missed') return recordedAt + silenceHours(session) * HOUR;
  if (kind === 'check-in-cancelled') return staffedDayAfter(story, recordedAt);
  return recordedAt + repairHours(session) * HOUR;
}

const REASONS: Readonly<Record<string, string>> = {
  'check-in-missed': 'missed-check-in',
  'check-in-not-sent': 'not-sent',
  'check-in-not-delivered': 'not-delivered',
};
