import type { Channel } from '../contact/contact.ts';
import type { CheckIn } from '../follow-up/check-in.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import { windowFor } from '../follow-up/reach.ts';
import type { Programme } from '../programme.ts';
import type { CaringPlan, CheckInPlan, Protocol } from '../protocols/protocol.ts';
import { FIRST_NOT_BEFORE_HOURS } from '../protocols/protocol.ts';
import { DAY, HOUR, type Instant } from '../record.ts';
import { planOnDay, varyTime } from '../time/plan-on-day.ts';
import { planFirst, SOONEST_AFTER_CLOSING } from '../time/plan-time.ts';

type Planning = {
  followUp: FollowUp;
  protocol: Protocol;
  now: Instant;
  programme: Programme;
  generation: string;
};

/** Every step of the protocol with its time in the client's own window. What is too late already is left out. */
export function planSteps(planning: Planning): CheckIn[] {
  const { protocol, followUp, now } = planning;
  const steps =
    protocol.name === 'post-crisis'
      ? checkIns(planning, protocol.tiers[followUp.tier])
      : caringContacts(planning, protocol.caring);
  const [first, ...later] = steps;
  return first ? [first, ...later.filter((step) => step.tooLateAt > now)] : [];
}

function checkIns(planning: Planning, plan: CheckInPlan): CheckIn[] {
  const { followUp, now } = planning;
  const { closedAt } = followUp.session;
  const id = `${planning.generation}d1`;
  const first = planFirst({
    closedAt,
    ceilingMinutes: plan.firstCeilingHours * 60,
    minDelayMinutes: FIRST_NOT_BEFORE_HOURS * 60,
    gapMinutes: plan.gapHours * 60,
    window: windowFor(followUp, channelOf(followUp), planning.programme),
    jitterKey: `${followUp.id}.${id}`,
    notBefore: now,
  });
  const ceiling = closedAt + plan.firstCeilingHours * HOUR;
  const step = (stepId: string, sendAt: Instant, tooLateAt: Instant): CheckIn => ({
    ...blank(followUp, stepId, 'check-in'),
    sendAt,
    tooLateAt,
    silentBy: tooLateAt + plan.silenceAfterCeilingHours * HOUR,
  });
  // Without a window before the ceiling the step is due as soon as it may be, so that its first look hands it to staff.
  const sendAt = first.kind === 'planned' ? first.at : Math.max(now, closedAt + SOONEST_AFTER_CLOSING);
  const firstStep = step(id, sendAt, ceiling);
  const later = plan.laterDays.map((days) => {
    const at = onDay(planning, days, `${planning.generation}d${days}`);
    return step(`${planning.generation}d${days}`, at, at + plan.laterSlackHours * HOUR);
  });
  return [firstStep, ...later];
}

function onDay({ followUp, programme }: Planning, days: number, stepId: string): Instant {
  const { closedAt } = followUp.session;
  const window = windowFor(followUp, channelOf(followUp), programme);
  const plan = planOnDay({ closedAt, days, window, jitterKey: `${followUp.id}.${stepId}` });
  return plan.kind === 'planned' ? plan.at : closedAt + days * DAY;
}

function caringContacts(planning: Planning, plan: CaringPlan): CheckIn[] {
  const { followUp, programme } = planning;
  const { closedAt } = followUp.session;
  const window = windowFor(followUp, channelOf(followUp), programme);
  return plan.days.map((days, index) => {
    const id = `${planning.generation}cc${index + 1}`;
    const planned = varyTime({ closedAt, days, window, jitterKey: `${followUp.id}.${id}` });
    const sendAt = planned.kind === 'planned' ? planned.at : closedAt + days * DAY;
    const tooLateAt = sendAt + plan.slackHours * HOUR;
    return { ...blank(followUp, id, 'caring-contact'), sendAt, tooLateAt, silentBy: tooLateAt };
  });
}

function blank(followUp: FollowUp, id: string, kind: CheckIn['kind']) {
  return { id, kind, state: 'scheduled' as const, attempt: 1, channel: channelOf(followUp), attempts: [] };
}

const channelOf = (followUp: FollowUp): Channel => (followUp.reach.sms ? 'sms' : 'email');
