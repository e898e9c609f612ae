import { causeOf } from './causes.ts';
import { DAY } from './clock.ts';
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
  const { closing, enrolment, decision, tier, figures } = plan;
  const { at, closedAt, event } = closing;
  const imminent = event.risk.tier === 'imminent';
  if (imminent)
    return mustBeKnown(
      story,
      ledger,
      { plan, cases, from: at, what: 'imminent risk', hours: 0, anyHour: true },
      isDecline,
    );
  // Who did not want it, or is not to be contacted, needs no profile either.
  const asks = event.risk.tier !== 'low' || enrolment.must[0] === 'needs a contact profile';
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
export function judgeOptOut(story: Story, ledger: Ledger, plan: Plan, cases: Cases): void {
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
