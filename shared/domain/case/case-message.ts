import { composeText } from '../messages/compose.ts';
import { formatPhone } from '../messages/format.ts';
import { MINUTE } from '../record.ts';
import { classOfError } from '../sending/carrier-errors.ts';
import { asksAgainIn } from '../sending/held-back.ts';
import { CLAIM_LEASE, RECEIPT_HORIZON, type HandOverResult, type Message } from '../sending/message.ts';
import { isFinal, movesForward, type CarrierStatus } from '../sending/statuses.ts';
import { changeCase, emitFrom, noteOn, type CaseTurn } from './case-turn.ts';

const find = (turn: CaseTurn, id: string): Message | undefined =>
  turn.value.outbox.find((message) => message.id === id);

const drop = (turn: CaseTurn, id: string): CaseTurn =>
  changeCase(turn, { outbox: turn.value.outbox.filter((message) => message.id !== id) });

const update = (turn: CaseTurn, id: string, patch: Partial<Message>): CaseTurn =>
  changeCase(turn, {
    outbox: turn.value.outbox.map((message) => (message.id === id ? { ...message, ...patch } : message)),
  });

/** The sender asks for the automatic answer. Too late is not sent: it was an answer to a moment. */
export function claimAnswer(turn: CaseTurn, id: string): CaseTurn {
  const message = find(turn, id);
  const { answer } = turn.value;
  const { now, programme } = turn.context;
  if (message?.state !== 'queued' || !answer) return turn;
  if (now >= message.notAfter) return notGone(turn, message, 'expired');
  const { text, segments, catalogueVersion } = composeText(message.template, answer.language, {
    program: programme.program,
    hours: programme.hoursText[answer.language],
    phone: formatPhone(programme.officePhone),
  });
  const claimed = { ...message, state: 'claimed' as const, claimedAt: now, lookAt: now + CLAIM_LEASE };
  const kept = update(turn, id, claimed);
  return emitFrom(kept, {
    kind: 'hand-over',
    message: claimed,
    text: { channel: 'sms', text, segments, catalogueVersion },
  });
}

/** An answer is never sent a second time: what is not known to have gone is noted for the person who has the case. */
export function answerResult(turn: CaseTurn, id: string, result: HandOverResult): CaseTurn {
  const message = find(turn, id);
  if (message?.state !== 'claimed') return turn;
  const { now } = turn.context;
  if (result.kind === 'throttled') return heldBack(turn, message, result.retryAfterSeconds);
  if (result.kind === 'accepted') {
    const handed = update(turn, id, {
      state: 'handed-over',
      handedOverAt: now,
      lookAt: now + RECEIPT_HORIZON,
      providerId: result.providerId,
      status: result.status,
    });
    return noteOn(handed, 'message-handed-over', { detail: { message: id } });
  }
  const code =
    result.kind === 'refused'
      ? result.code
      : result.kind === 'not-allowed'
        ? result.reason
        : 'outcome-unknown';
  return believeOptOut(notGone(turn, message, code), message, code);
}

/** The sender is at its rate: the answer asks again by itself, and the due index only looks after one that got lost. */
function heldBack(turn: CaseTurn, message: Message, retryAfterSeconds: number): CaseTurn {
  const { now } = turn.context;
  const delaySeconds = asksAgainIn(message, { retryAfterSeconds, now });
  const lookAt = now + delaySeconds * 1000 + MINUTE;
  return emitFrom(update(turn, message.id, { state: 'queued', lookAt }), {
    kind: 'send',
    messageId: message.id,
    lane: message.lane,
    delaySeconds,
  });
}

/** Whoever has the case sees that the client got no answer. */
function notGone(turn: CaseTurn, { id }: Message, code: string): CaseTurn {
  const noted = changeCase(drop(turn, id), {
    notes: [...turn.value.notes, { at: turn.context.now, kind: 'message-refused', code }],
  });
  return noteOn(noted, 'message-refused', { why: code, detail: { message: id } });
}

/** The carrier knows of an opt-out that we did not: it holds for every plan, which hears of it when it next sends. */
function believeOptOut(turn: CaseTurn, { contactId }: Message, code: string): CaseTurn {
  if (classOfError(code) !== 'suppress') return turn;
  return emitFrom(turn, {
    kind: 'suppress-contact',
    contactId,
    reason: 'carrier-opt-out',
    at: turn.context.now,
  });
}

export function answerReceipt(turn: CaseTurn, id: string, status: CarrierStatus, code?: string): CaseTurn {
  const message = find(turn, id);
  if (!message || message.state === 'queued' || !movesForward(message.status, status)) return turn;
  const told = noteOn(turn, 'message-status', {
    by: 'carrier',
    why: status,
    detail: { message: id, ...(code && { code }) },
  });
  return isFinal(status)
    ? drop(told, id)
    : update(told, id, { state: 'handed-over', status, lookAt: turn.context.now + RECEIPT_HORIZON });
}

/** Looks again at answers that wait: once more to the sender, or given up when the moment has passed. */
export function lookAtAnswers(turn: CaseTurn): CaseTurn {
  const { now } = turn.context;
  return turn.value.outbox
    .filter(({ lookAt = Infinity }) => lookAt <= now)
    .reduce((next, message) => {
      if (message.state === 'queued') {
        if (now >= message.notAfter) return notGone(next, message, 'expired');
        return emitFrom(update(next, message.id, { lookAt: now + MINUTE }), {
          kind: 'send',
          messageId: message.id,
          lane: 'urgent',
        });
      }
      return message.state === 'claimed'
        ? answerResult(next, message.id, { kind: 'unknown' })
        : drop(next, message.id);
    }, turn);
}
