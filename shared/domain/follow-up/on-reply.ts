import type { SuppressionReason } from '../contact/contact.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../record.ts';
import { isBareStop } from '../replies/is-bare-stop.ts';
import { answerAndQueue, answerWith } from './answer-reply.ts';
import { caseAbout, queuePriority, repairBy } from './case-plans.ts';
import type { CheckIn, EndedCheckIn } from './check-in.ts';
import { consentRenewed } from './consent-renewed.ts';
import { cancelAll, holdForAPerson, optOut } from './on-consent.ts';
import { stopReach } from './reach.ts';
import { channelOf, inboundOf, isFromFormerContact, type Reply } from './reply.ts';
import { change, emit, endCheckIn, note, raise, tell, type Turn } from './turn.ts';

/** One server's clock says when a text was sent, another's when its answer came: they may be this far apart. */
const CLOCKS_APART = 10 * MINUTE;

/** An answer after the last text of a step was sent still belongs to that step for this long. */
const LATE_ANSWER_HORIZON = 14 * DAY;

/** The client wrote. Consent and safety are judged apart; unless it is a bare doing-ok, a person reads it. */
export function reply(turn: Turn, input: Reply): Turn {
  if (turn.followUp.repliesSeen.includes(input.inboundId)) return turn;
  const seen = change(turn, { repliesSeen: [...turn.followUp.repliesSeen, input.inboundId].slice(-20) });
  const { reading, at } = input;
  const told = note(seen, 'text-received', {
    by: 'client',
    at,
    detail: {
      inbound: input.inboundId,
      consent: reading.consent,
      safety: reading.safety,
      meaning: reading.meaning,
      queue: reading.queue,
    },
  });
  const answered = attachToCheckIn(told, input);
  const consented = readConsent(answered, input);
  const queued = consented.followUp.casesToRaise.length > answered.followUp.casesToRaise.length;
  return answerAndQueue(consented, input, queued);
}

function attachToCheckIn(turn: Turn, { reading, at, checkIn: named }: Reply): Turn {
  const open = outstanding(turn, at, named);
  // A stop is no answer to how somebody is, and a stranger's word is none of the client's: the step ends with the plan.
  if (open && (reading.consent === 'opt-out' || reading.meaning === 'wrong-number')) return turn;
  if (open) {
    const meaning =
      reading.consent === 'none' || reading.consent === 'help' ? reading.meaning : reading.consent;
    const answered = endCheckIn(turn, open.id, 'answered', {
      meaning,
      at,
      detail: { withinHours: within(turn, at) },
    });
    return calmEarlierSilence(answered, at, reading.meaning);
  }
  const late = answeredLate(turn, at, named);
  if (!late) return turn;
  const ended = turn.followUp.ended.map((line) =>
    line.id === late.id ? { ...line, answeredLateAt: at } : line,
  );
  const told = note(change(turn, { ended }), 'check-in-answered-late', {
    by: 'client',
    at,
    detail: { checkIn: late.id, meaning: reading.meaning, after: late.state },
  });
  return late.caseId ? tell(told, late.caseId, { at, kind: 'client-answered', code: reading.meaning }) : told;
}

/** The step that this answers: one whose text reached the carrier and that has no outcome yet. */
function outstanding(turn: Turn, at: Instant, named?: string): CheckIn | undefined {
  const asked = turn.followUp.checkIns.filter(
    (checkIn) => checkIn.kind === 'check-in' && (checkIn.attempts.length > 0 || checkIn.state === 'sending'),
  );
  if (named) return asked.find((checkIn) => checkIn.id === named);
  return asked.filter((checkIn) => (checkIn.attempts.at(0)?.at ?? 0) <= at + CLOCKS_APART).at(-1);
}

/** Who answers one check-in is no longer silent: what an earlier silence started hears of it too, once. */
function calmEarlierSilence(turn: Turn, at: Instant, meaning: string): Turn {
  const silent = turn.followUp.ended.filter(
    (line) =>
      line.state === 'missed' &&
      line.caseId &&
      !line.heardAt &&
      !line.answeredLateAt &&
      at - line.at < LATE_ANSWER_HORIZON,
  );
  const ended = turn.followUp.ended.map((line) => (silent.includes(line) ? { ...line, heardAt: at } : line));
  const noted = silent.length === 0 ? turn : change(turn, { ended });
  return silent.reduce(
    (next, { caseId = '' }) => tell(next, caseId, { at, kind: 'client-answered', code: meaning }),
    noted,
  );
}

function answeredLate(turn: Turn, at: Instant, named?: string): EndedCheckIn | undefined {
  const last = named ? turn.followUp.ended.find((line) => line.id === named) : turn.followUp.ended.at(-1);
  const waits = last?.state === 'missed' || last?.state === 'not-delivered';
  return waits && last.answeredLateAt === undefined && at - last.at < LATE_ANSWER_HORIZON ? last : undefined;
}

/** Within which of the reporting limits after closing a thing happened, in hours; undefined when later than all. */
export function within(turn: Turn, at: Instant): number | undefined {
  const hours = (at - turn.followUp.session.closedAt) / HOUR;
  return [24, 48, 72].find((limit) => hours <= limit);
}

function readConsent(turn: Turn, input: Reply): Turn {
  const { reading, at, channel } = input;
  const revoked = (how: SuppressionReason) =>
    optOut(turn, {
      channel: channelOf(input),
      how,
      at,
      by: 'client',
      from: input.contactId,
      ...(!isBareStop(reading) && { inbound: inboundOf(input) }),
    });
  if (reading.consent === 'opt-out') {
    const stopped = revoked('opt-out-words');
    const { optOut: who } = turn.context.programme;
    return who === 'carrier' && input.carrierAnswered
      ? stopped
      : answerWith(stopped, input, 'stop', 'stop-confirmation');
  }
  if (reading.consent === 'ambiguous-opt-out')
    return holdForAPerson(turn, channelOf(input), at, input.contactId);
  if (reading.consent === 'opt-in' && channel !== 'link') return consentRenewed(turn, channel, at);
  if (reading.meaning === 'wrong-number') return wrongNumber(turn, input);
  return turn;
}

/** Whoever has this number now is not the client: say nothing more, and forget the name. Of a former one that was known. */
function wrongNumber(turn: Turn, input: Reply): Turn {
  const channel = channelOf(input);
  const { followUp, context } = turn;
  const task = caseAbout(followUp, 'wrong-number', input.inboundId, {
    priority: queuePriority(followUp),
    dueAt: repairBy(followUp, context.now),
    inbound: inboundOf(input),
  });
  if (isFromFormerContact(turn, input)) return raise(turn, task);
  const { name: _forgotten, ...nameless } = followUp;
  const stopped = { ...turn, followUp: { ...nameless, ...stopReach(followUp, channel, 'wrong-number') } };
  const suppressed = emit(stopped, {
    kind: 'suppress-contact',
    contactId: followUp.reach[channel]?.contactId ?? '',
    reason: 'wrong-number',
    at: input.at,
  });
  return raise(cancelAll(suppressed, 'wrong-number'), task);
}
