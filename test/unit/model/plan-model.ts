import { isOwnWord } from '#shared/domain/contact/change-contact.ts';
import type { Channel } from '#shared/domain/contact/contact.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import type { Hours } from '#shared/domain/time/contact-window.ts';
import { isOpenAllAlong, isOpenOnClocks } from './luxon-window.ts';
import { must } from './property-runs.ts';

/**
 * What people have said so far, and nothing of how the follow-up keeps it: whether its plan may go on, on which contacts,
 * in which hours.
 */
export type PlanModel = {
  /** A stop that nobody has taken back: when it was last said, by channel. */
  stopped: Partial<Record<Channel, number>>;
  /** When it was last taken back. */
  startedAt: Partial<Record<Channel, number>>;
  planStopped: boolean;
  /** Nothing may ever go again. */
  over?: 'death' | 'superseded' | 'wrong-number';
  /** Contacts that belong to somebody else. */
  strangers: readonly string[];
  heldSince?: number;
  liftedAt: number;
  contactsAt: number;
  contacts: Partial<Record<Channel, { contactId: string; safeHours?: Hours }>>;
  zones: readonly string[];
};

export function aPlanModel({ reach, zones, hold }: FollowUp): PlanModel {
  return {
    stopped: {},
    startedAt: {},
    planStopped: false,
    strangers: [],
    ...(hold && { heldSince: hold.since }),
    liftedAt: -Infinity,
    contactsAt: -Infinity,
    contacts: reach,
    zones,
  };
}

type Moment = { before: FollowUp; after: FollowUp; now: number };

/** The model after an input has been heard, told from the input alone. */
export function heard(plan: PlanModel, input: FollowUpInput, moment: Moment): PlanModel {
  const { before, now } = moment;
  switch (input.kind) {
    case 'reply': {
      if (before.repliesSeen.includes(input.inboundId)) return plan;
      const channel = input.channel === 'link' ? 'email' : input.channel;
      if (input.reading.consent === 'opt-out') return stop(plan, [channel], input.at);
      if (input.reading.consent === 'ambiguous-opt-out') return doubt(plan, channel, input.at);
      if (input.reading.consent === 'opt-in')
        return input.channel === 'sms' ? start(plan, 'sms', input.at) : plan;
      return input.reading.meaning === 'wrong-number' ? wrongNumber(plan, channel) : plan;
    }
    case 'consent-revoked':
      return stop(plan, input.channel === 'all' ? ['sms', 'email'] : [input.channel], input.at);
    case 'consent-renewed':
      return start(plan, input.channel, input.at);
    case 'hand-over-result':
      return refused(plan, input, before, now);
    case 'receipt':
      return blocked(plan, input, moment);
    case 'held':
      return input.why === 'death' ? { ...plan, over: 'death' } : held(plan, input.at);
    case 'reopened':
      return held(plan, input.at);
    case 'hold-lifted':
      return lifted(plan, input.at);
    case 'superseded':
      return { ...plan, over: 'superseded' };
    case 'contact-changed':
      return changed(plan, input);
    default:
      return plan;
  }
}

function stop(plan: PlanModel, channels: readonly Channel[], at: number): PlanModel {
  const said = channels.filter(
    (channel) =>
      plan.contacts[channel] &&
      at > Math.max(plan.startedAt[channel] ?? -Infinity, plan.stopped[channel] ?? -Infinity),
  );
  if (said.length === 0) return plan;
  const stopped = Object.fromEntries(
    said.map((channel) => [channel, Math.max(at, plan.stopped[channel] ?? -Infinity)]),
  );
  return { ...plan, planStopped: true, stopped: { ...plan.stopped, ...stopped } };
}

function doubt(plan: PlanModel, channel: Channel, at: number): PlanModel {
  if (!plan.contacts[channel] || at <= (plan.startedAt[channel] ?? -Infinity)) return plan;
  return {
    ...plan,
    stopped: { ...plan.stopped, [channel]: Math.max(at, plan.stopped[channel] ?? -Infinity) },
  };
}

/** A stranger has it. A plan that goes on then is over; one that was stopped may be taken up elsewhere. */
function wrongNumber(plan: PlanModel, channel: Channel): PlanModel {
  const contactId = plan.contacts[channel]?.contactId;
  return {
    ...plan,
    ...(contactId && { strangers: [...plan.strangers, contactId] }),
    ...(!plan.planStopped && { over: 'wrong-number' }),
  };
}

function start(plan: PlanModel, channel: Channel, at: number): PlanModel {
  const said = plan.stopped[channel];
  if (said === undefined || said > at) return plan;
  const { [channel]: _lifted, ...stopped }: PlanModel['stopped'] = plan.stopped;
  const planStopped = plan.planStopped && Object.values<number>(stopped).some((last) => last > at);
  return { ...plan, planStopped, stopped, startedAt: { ...plan.startedAt, [channel]: at } };
}

/** The contact, or the carrier, knew of a stop that the follow-up had not heard of. */
function refused(
  plan: PlanModel,
  { messageId, result }: Extract<FollowUpInput, { kind: 'hand-over-result' }>,
  before: FollowUp,
  now: number,
): PlanModel {
  const message = before.outbox.find(({ id }) => id === messageId);
  if (message?.state !== 'claimed' && message?.state !== 'unknown') return plan;
  if (message.contactId !== plan.contacts[message.channel]?.contactId) return plan;
  if (result.kind === 'refused' && STOP_CODES.includes(result.code))
    return stop(plan, [message.channel], now);
  const how = result.kind === 'not-allowed' ? result.suppressedAs : undefined;
  if (!how || !isOwnWord(how) || !before.checkIns.some(({ id }) => id === message.checkIn)) return plan;
  return how === 'opt-out-ambiguous' ? doubt(plan, message.channel, now) : stop(plan, [message.channel], now);
}

const STOP_CODES: readonly string[] = ['21610', '30004', 'mail-complained'];

/** A receipt that was news said that the client stopped the carrier, or marked an e-mail as spam. */
function blocked(
  plan: PlanModel,
  { messageId, code = '' }: Extract<FollowUpInput, { kind: 'receipt' }>,
  { before, after, now }: Moment,
): PlanModel {
  const message = before.outbox.find(({ id }) => id === messageId);
  const isNews = message && !after.outbox.some(({ id }) => id === messageId);
  const isCurrent = message && message.contactId === plan.contacts[message.channel]?.contactId;
  return isNews && isCurrent && STOP_CODES.includes(code) ? stop(plan, [message.channel], now) : plan;
}

function held(plan: PlanModel, at: number): PlanModel {
  if (at <= plan.liftedAt) return plan;
  return { ...plan, heldSince: Math.max(at, plan.heldSince ?? -Infinity) };
}

function lifted(plan: PlanModel, at: number): PlanModel {
  if ((plan.heldSince ?? -Infinity) > at) return plan;
  const { heldSince: _over, ...rest } = plan;
  return { ...rest, liftedAt: Math.max(at, plan.liftedAt) };
}

function changed(
  plan: PlanModel,
  { reach, zones, at }: Extract<FollowUpInput, { kind: 'contact-changed' }>,
): PlanModel {
  if (at <= plan.contactsAt) return plan;
  // A contact that stays keeps what was said of it.
  const kept = (said: PlanModel['stopped']) =>
    Object.fromEntries(
      Object.entries(said).filter(
        ([channel]) => reach[channel as Channel]?.contactId === plan.contacts[channel as Channel]?.contactId, // its keys are channels
      ),
    );
  const said = { stopped: kept(plan.stopped), startedAt: kept(plan.startedAt) };
  return { ...plan, ...said, contacts: reach, contactsAt: at, ...(zones && { zones }) };
}

/** What must hold whenever the sender is told to hand a planned message over. */
export function handOverRules(
  plan: PlanModel,
  message: Message,
  { now, programme }: { now: number; programme: Programme },
): void {
  if (message.answer) return;
  const { zones } = plan;
  const contact = plan.contacts[message.channel];
  const about = { message, plan, now };
  must(!plan.over, 'nothing goes after a death, a newer session or a wrong number', about);
  must(!plan.planStopped && plan.stopped[message.channel] === undefined, 'nothing goes after a stop', about);
  must(!plan.strangers.includes(message.contactId), 'nothing goes to a stranger', about);
  must(plan.heldSince === undefined, 'nothing goes while the plan is on hold', about);
  must(
    contact?.contactId === message.contactId,
    'nothing goes to a contact that is not the client’s any more',
    about,
  );
  must(programme.sending.mode === 'live', 'nothing goes while sending is off', about);
  const window = { zones, agencyWindow: programme.contactWindow, safeHours: contact.safeHours };
  must(isOpenOnClocks(now, window), 'nothing goes outside the client’s own hours', about);
  must(
    now < message.notAfter && isOpenAllAlong(now, message.notAfter, window),
    'nothing stays valid beyond them',
    about,
  );
}
