import type { TextId } from '../messages/text-ids.ts';
import { MINUTE } from '../record.ts';
import { messageId, type Message } from '../sending/message.ts';
import type { CaseAnswer } from './case.ts';
import { changeCase, emitFrom, type CaseTurn } from './case-turn.ts';

/**
 * The automatic answer to urgent words, chosen by what is true: a person was paged, nobody could be, or nobody has
 * acknowledged. Each goes out at most once per case.
 */
export function answerClient(turn: CaseTurn, fact: AnswerMoment): CaseTurn {
  const { answer, id, outbox, openedAt } = turn.value;
  if (!answer || (answer.atOnce !== undefined) !== (fact === 'opened')) return turn;
  const { now } = turn.context;
  const step = fact === 'unacknowledged' ? 'unacknowledged' : 'answer';
  const message: Message = {
    id: messageId(id, step, 1, 'sms'),
    state: 'queued',
    channel: 'sms',
    contactId: answer.contactId,
    template: templateOf(answer, fact, turn),
    lane: 'urgent',
    answer: fact === 'opened' ? 'unknown-sender' : 'safety',
    attempt: 1,
    notAfter: fact !== 'unacknowledged' ? openedAt + 30 * MINUTE : now + 30 * MINUTE,
    lookAt: now + MINUTE,
    tries: 1,
  };
  // An answer belongs to its moment: whoever is told days later, as by a reminder, brings none.
  if (now >= message.notAfter || turn.value.answersGiven.includes(step)) return turn;
  const queued = changeCase(turn, {
    outbox: [...outbox, message],
    answersGiven: [...turn.value.answersGiven, step],
  });
  return emitFrom(queued, { kind: 'send', messageId: message.id, lane: 'urgent' });
}

/** Moments in a case's life at which the client may be told something. */
type AnswerMoment = 'opened' | 'paged' | 'unacknowledged';

function templateOf(answer: CaseAnswer, fact: AnswerMoment, turn: CaseTurn): TextId {
  if (answer.atOnce) return answer.atOnce;
  if (answer.discreet) return 'discreet-ack';
  const nobody = fact === 'unacknowledged';
  if (nobody && turn.value.answersGiven.includes('answer')) return 'unacknowledged';
  if (answer.about === 'overdose') return nobody ? 'nobody-911-overdose' : 'urgent-911-overdose';
  if (answer.about) return nobody ? 'nobody-911' : 'urgent-911';
  return nobody ? 'nobody' : 'urgent';
}
