import type { SuppressionReason } from '#shared/domain/contact/contact.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { toldKey } from '#shared/domain/follow-up/inputs.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { isCarrierKeyword, readReply } from '#shared/domain/replies/read-reply.ts';
import type { Step } from './any-step.ts';
import { apply, truthOf, type World } from './follow-up-world.ts';
import { must } from './property-runs.ts';

const MINUTE = 60_000;
/** No function runs longer than this after its claim: a result that is not told by then is lost. */
const LONGEST_RUN = MINUTE;

/** Lets one drawn step happen, on whatever is there for it. */
export function takeStep(world: World, step: Step): void {
  switch (step.do) {
    case 'wait':
      world.now += step.minutes * MINUTE;
      return;
    case 'wake':
      return wake(world);
    case 'wake-when-due':
      world.now = Math.max(world.now, nextDueAt(world.followUp) ?? 0) + step.lateMinutes * MINUTE;
      return wake(world);
    case 'send':
      return send(world, pick(world.sends, step.nth), step.outcome, step);
    case 'tell-result':
      return tellResult(world);
    case 'ask-carrier':
      return askCarrier(world, pick(world.sends, step.nth), step.says);
    case 'receipt':
      return receipt(world, step);
    case 'carried-out':
      return carriedOut(world);
    case 'again': {
      const input = pick(world.seen, step.nth);
      if (input) apply(world, input);
      return;
    }
    default:
      apply(world, inputOf(world, step));
  }
}

/** A look at what is due, as often as something still is: it must come to rest. */
export function wake(world: World): void {
  for (let looks = 0; looks < 6; looks += 1) {
    apply(world, { kind: 'wake' });
    if ((nextDueAt(world.followUp) ?? Infinity) > world.now) return;
  }
  must(false, 'after a few looks nothing is due any more', world.followUp);
}

type Send = Extract<Step, { do: 'send' }>;

/** The sender takes a message from its queue: it claims, hands over, and tells what came of it, or dies on the way. */
export function send(
  world: World,
  messageId: string | undefined,
  outcome: Send['outcome'],
  { code, reason, told }: Pick<Send, 'code' | 'reason' | 'told'> = AT_ONCE,
): void {
  if (!messageId) return;
  const step = apply(world, { kind: 'claim', messageId });
  const handed = step.kind === 'changed' && step.effects.some(({ kind }) => kind === 'hand-over');
  if (!handed) return;
  const truth = truthOf(world, messageId);
  if (TAKEN.includes(outcome)) truth.taken += 1;
  must(truth.taken <= 1, 'a message is handed over once', { messageId, truth });
  const result = resultOf(outcome, code, reason);
  if (!result) return;
  if (told === 'later') world.untold.push({ messageId, result, at: world.now });
  else tell(world, messageId, result);
}

const AT_ONCE = { code: '30008', reason: 'daily-cap', told: 'at-once' } as const;
const TAKEN: readonly Send['outcome'][] = ['accepted', 'accepted-but-lost', 'time-out-but-accepted'];

function resultOf(
  outcome: Send['outcome'],
  code: string,
  reason: Send['reason'],
): HandOverResult | undefined {
  switch (outcome) {
    case 'accepted':
      return { kind: 'accepted', providerId: 'SM1', status: 'accepted' };
    case 'refused':
      return { kind: 'refused', code };
    case 'throttled':
      return { kind: 'throttled', retryAfterSeconds: 30 };
    case 'time-out':
    case 'time-out-but-accepted':
      return { kind: 'unknown' };
    case 'not-allowed':
      return SUPPRESSED[reason]
        ? { kind: 'not-allowed', reason: 'suppressed', suppressedAs: SUPPRESSED[reason] }
        : { kind: 'not-allowed', reason };
    case 'accepted-but-lost':
    case 'died-before':
      return undefined;
  }
}

const SUPPRESSED: Readonly<Record<string, SuppressionReason>> = {
  'suppressed-own': 'opt-out-words',
  'suppressed-other': 'hard-bounce',
  'suppressed-in-doubt': 'opt-out-ambiguous',
};

function tellResult(world: World): void {
  const [first, ...others] = world.untold;
  world.untold = others;
  if (first && world.now - first.at <= LONGEST_RUN) tell(world, first.messageId, first.result);
}

const tell = (world: World, messageId: string, result: HandOverResult) =>
  apply(world, { kind: 'hand-over-result', messageId, result });

export function askCarrier(world: World, messageId: string | undefined, says: string): void {
  if (!messageId || !world.followUp.outbox.some(({ id, state }) => id === messageId && state === 'unknown'))
    return;
  const found = { kind: 'found', providerId: 'SM1', status: 'sent' } as const;
  const truth = truthOf(world, messageId).taken > 0 ? found : ({ kind: 'none' } as const);
  const answer = says === 'truth' ? truth : ({ kind: 'cannot-say' } as const);
  apply(world, { kind: 'carrier-answer', messageId, answer });
}

function receipt(world: World, { nth, status, code }: Extract<Step, { do: 'receipt' }>): void {
  const taken = [...world.carrier].filter(([, truth]) => truth.taken > 0).map(([id]) => id);
  const messageId = pick(taken, nth);
  if (!messageId) return;
  const truth = truthOf(world, messageId);
  if (status === 'delivered') truth.delivered = true;
  if ((status === 'undelivered' || status === 'failed') && !truth.delivered) truth.toldFailed = true;
  const failing = status === 'undelivered' || status === 'failed';
  apply(world, { kind: 'receipt', messageId, status, ...(failing && { code }), at: world.now });
}

export function carriedOut(world: World): void {
  const { casesToRaise, casesToTell } = world.followUp;
  apply(world, {
    kind: 'carried-out',
    raised: casesToRaise.map(({ newCase }) => newCase.id),
    told: casesToTell.map(({ caseId, note }) => toldKey(caseId, note)),
  });
}

type Said = Exclude<
  Step,
  {
    do:
      | 'wait'
      | 'wake'
      | 'wake-when-due'
      | 'send'
      | 'tell-result'
      | 'ask-carrier'
      | 'receipt'
      | 'carried-out'
      | 'again';
  }
>;

function inputOf(world: World, step: Said): FollowUpInput {
  const at = world.now - ('ago' in step ? step.ago : 0);
  world.texts += 1;
  const by = 'agency' as const;
  switch (step.do) {
    case 'reply':
      return textFrom(world, step, at);
    case 'start':
      return textFrom(
        world,
        { by: 'sms', reading: { text: 'start', reading: readReply('start', { asked: 'check-in' }) } },
        at,
      );
    case 'revoke':
      return { kind: 'consent-revoked', channel: step.channel, how: 'opt-out-staff', at, by };
    case 'hold':
      return { kind: 'held', why: step.why, at, by };
    case 'lift':
      return { kind: 'hold-lifted', at, by };
    case 'reopen':
      return { kind: 'reopened', at };
    case 'human-contact':
      return { kind: 'human-contact', outcome: step.outcome, channel: 'voice', at, by };
    case 'case-closed':
      return { kind: 'case-closed', caseId: 'case#x', outcome: step.outcome, at, by: 'staff:st-12' };
    case 'supersede':
      return { kind: 'superseded', by: 'fu#two', at, ...(step.declined && { why: 'do-not-contact' }) };
    case 'contact-changed':
      return changedContacts(step, at);
  }
}

function textFrom(
  world: World,
  { by, reading: { text, reading } }: Pick<Extract<Step, { do: 'reply' }>, 'by' | 'reading'>,
  at: number,
): FollowUpInput {
  const carrierAnswered = by === 'sms' && isCarrierKeyword(text) !== undefined;
  const inboundId = `IN${world.texts}`;
  return { kind: 'reply', inboundId, at, channel: by, reading, ...(by === 'sms' && { carrierAnswered }) };
}

function changedContacts(
  { sms, email, zone }: Extract<Step, { do: 'contact-changed' }>,
  at: number,
): FollowUpInput {
  const to = (channel: string, { contact, safeHours }: NonNullable<typeof sms>) => ({
    contactId: `ct-${channel}-${contact}`,
    discreet: false,
    ...(safeHours && { safeHours }),
  });
  return {
    kind: 'contact-changed',
    reach: { ...(sms && { sms: to('sms', sms) }), ...(email && { email: to('email', email) }) },
    ...(zone && { zones: [zone] }),
    at,
  };
}

const pick = <T>(from: readonly T[], nth: number): T | undefined =>
  from.at(-1 - (nth % Math.max(1, from.length)));
