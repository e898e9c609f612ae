import { causeOf } from './causes.ts';
import { DAY, HOUR, iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story, Told } from './model.ts';
import type { Plan, Step } from './plans.ts';
import { CALL_HIGH_TIER_WITHIN_HOURS } from './protocol.ts';
import { reachedStaffAt, toldBy } from './staff-time.ts';
import { onRecordAt } from './stops.ts';

type Cases = ReadonlyMap<string, readonly CaseStory[]>;

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
  if (
    story.people.get(session.person)?.heard.some((at) => at >= first - story.known.clockSkew && at <= settled)
  )
    return;
  if (EXCUSES.some((why) => causeOf(story, plan, why, settled, cases))) return;
  const wait = Math.max(
    figures.silencePages ? 0 : figures.callWithinHours,
    couldNotSend(step) ? figures.repairWithinHours : 0,
  );
  const by = toldBy(story, settled + wait * HOUR, { anyHour: false, document: session.doc });
  if (by > story.seenUntil) return;
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

const EXCUSES = [
  'opted-out',
  'wrong-number',
  'superseded',
  'reached-by-staff',
  'client-declined',
  'death',
  'held',
];
const couldNotSend = ({ outcomes }: Step): boolean => outcomes.some(({ kind }) => /-not-/.test(kind));
const isAboutStep = ({ reason, about }: CaseStory, id: string): boolean =>
  about === id && /^(missed-check-in|not-sent|not-delivered|held)$/.test(reason);

/** What the record says went wrong has a case in which people are told, in the time of its tier. */
function judgeOutcome(
  story: Story,
  ledger: Ledger,
  { plan, step, cases }: Judged,
  { kind, why, recordedAt }: Told,
): void {
  const reason = kind === 'check-in-cancelled' && why === 'held' ? 'held' : REASONS[kind];
  if (reason === undefined) return;
  mustBeKnown(
    story,
    ledger,
    { plan, cases, from: recordedAt, what: `${step.id} ${kind}`, hours: hoursFor(kind, plan) },
    (one) => one.reason === reason && one.about === step.id,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  'check-in-missed': 'missed-check-in',
  'check-in-not-sent': 'not-sent',
  'check-in-not-delivered': 'not-delivered',
};

const hoursFor = (kind: string, { figures }: Plan): number =>
  kind !== 'check-in-missed'
    ? Math.max(figures.repairWithinHours, 24)
    : figures.silencePages
      ? 0
      : figures.callWithinHours;

type Due = { plan: Plan; cases: Cases; from: number; what: string; hours: number; anyHour?: boolean };

/** There is such a case by then; from there on it climbs by its own deadline (see climbs.ts). */
function mustBeKnown(story: Story, ledger: Ledger, due: Due, isMeant: (one: CaseStory) => boolean): void {
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

/** Imminent risk at once, other declines and the high tier's call in their time. */
function judgeOpening(story: Story, ledger: Ledger, plan: Plan, cases: Cases): void {
  const { closing, enrolment, decision, tier, figures } = plan;
  const { at, closedAt, event } = closing;
  const imminent = event.risk.tier === 'imminent';
  const isDecline = ({ reason }: CaseStory) => reason === 'declined';
  if (imminent)
    return mustBeKnown(
      story,
      ledger,
      { plan, cases, from: at, what: 'imminent risk', hours: 0, anyHour: true },
      isDecline,
    );
  const asks = event.risk.tier !== 'low' || enrolment.must.includes('needs a contact profile');
  if (decision?.kind === 'follow-up-declined' && asks)
    mustBeKnown(
      story,
      ledger,
      { plan, cases, from: Math.max(at, closedAt), what: 'a decline', hours: figures.firstCeilingHours },
      isDecline,
    );
  if (decision?.kind !== 'follow-up-started' || tier !== 'high' || event.protocol === 'caring-contacts')
    return;
  const due = {
    plan,
    cases,
    from: Math.max(at, closedAt),
    what: 'high tier',
    hours: CALL_HIGH_TIER_WITHIN_HOURS,
  };
  mustBeKnown(story, ledger, due, ({ reason }) => reason === 'high-tier-call');
}

/** Opting out is not the same as being safe: at moderate and high tier a person follows up. */
function judgeOptOut(story: Story, ledger: Ledger, plan: Plan, cases: Cases): void {
  const { closing, tier, figures } = plan;
  if (tier === 'low' || closing.event.protocol === 'caring-contacts') return;
  const sent = plan.steps.flatMap(({ messages }) => messages.flatMap((message) => message.takes));
  const [first] = sent.toSorted((one, other) => one.at - other.at);
  if (!first) return;
  const stop = story.contacts
    .get(first.to)
    ?.texts.find(({ means, at }) => (means === 'stop-keyword' || means === 'stop-words') && at > first.at);
  const at = stop && onRecordAt(story, stop);
  if (!stop || at === undefined || at > closing.closedAt + 30 * DAY) return;
  // Whatever ended or held the plan before leaves nothing for the stop to end.
  const before = EXCUSES.filter((why) => why !== 'opted-out');
  if (before.some((why) => causeOf(story, plan, why, at, cases))) return;
  mustBeKnown(
    story,
    ledger,
    { plan, cases, from: at, what: 'a stop', hours: figures.repairWithinHours },
    ({ reason }) => reason === 'opted-out',
  );
}
