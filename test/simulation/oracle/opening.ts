import { causeOf } from './causes.ts';
import { DAY, HOUR } from './clock.ts';
import { repairHours, staffedDayAfter } from './due-times.ts';
import { mustBeKnown, type Cases } from './known-by.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story } from './model.ts';
import type { Plan } from './plans.ts';
import { CALL_HIGH_TIER_WITHIN_HOURS } from './protocol.ts';
import { onRecordAt } from './stops.ts';

/** What ends the wait for an answer for another reason than an answer, in the words of `causeOf`. */
export const EXCUSES = [
  'opted-out',
  'wrong-number',
  'superseded',
  'reached-by-staff',
  'client-declined',
  'death',
  'held',
];

const isDecline = ({ reason }: CaseStory): boolean => reason === 'declined';

/** Imminent risk at once, other declines and the high tier's call in their time. */
export function judgeOpening(story: Story, ledger: Ledger, plan: Plan, cases: Cases): void {
  const { closing, enrolment, decision, tier } = plan;
  const { at, closedAt, event } = closing;
  const imminent = event.risk.tier === 'imminent';
  if (imminent)
    return mustBeKnown(
      story,
      ledger,
      { plan, cases, from: at, what: 'imminent risk', due: at, anyHour: true },
      isDecline,
    );
  // Who did not want it, or is not to be contacted, needs no profile either.
  const asks = event.risk.tier !== 'low' || enrolment.must[0] === 'needs a contact profile';
  if (decision?.kind === 'follow-up-declined' && asks)
    mustBeKnown(
      story,
      ledger,
      { plan, cases, from: at, what: 'a decline', due: declineDue(story, plan) },
      isDecline,
    );
  if (decision?.kind !== 'follow-up-started' || tier !== 'high' || event.protocol === 'caring-contacts')
    return;
  const due = {
    plan,
    cases,
    from: at,
    what: 'high tier',
    due: Math.max(closedAt + CALL_HIGH_TIER_WITHIN_HOURS * HOUR, decidedBy(story, plan) + HOUR),
  };
  mustBeKnown(story, ledger, due, ({ reason }) => reason === 'high-tier-call');
}

/** When Handrail had read the closing, at the latest. */
const decidedBy = (story: Story, { closing, session }: Plan): number =>
  story.troubles.after(closing.at, story.tolerances.looked, 'work', session.doc);

/** Within the time the first check-in would have had; at low tier by the end of the next staffed day. */
function declineDue(story: Story, plan: Plan): number {
  const decided = decidedBy(story, plan);
  if (plan.tier === 'low') return staffedDayAfter(story, decided);
  return Math.max(plan.closing.closedAt + plan.figures.firstCeilingHours * HOUR, decided + HOUR / 4);
}

/** Opting out is not the same as being safe: at moderate and high tier a person follows up. */
export function judgeOptOut(story: Story, ledger: Ledger, plan: Plan, cases: Cases): void {
  const { session, closing, tier } = plan;
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
    {
      plan,
      cases,
      from: at,
      what: 'a stop',
      due:
        story.troubles.after(at, story.tolerances.looked, 'work', session.doc) + repairHours(session) * HOUR,
    },
    ({ reason }) => reason === 'opted-out',
  );
}
