import type { Advance } from '#shared/domain/follow-up/advance.ts';
import type { CheckIn, EndedCheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { isBareStop } from '#shared/domain/replies/is-bare-stop.ts';
import type { Fact } from '#shared/domain/record.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import { CLIENT_NAME, STAFF_NAME } from './any-session.ts';
import type { World } from './follow-up-world.ts';
import { must } from './property-runs.ts';

type StepTaken = { before: FollowUp; input: FollowUpInput; step: Advance; known: ReadonlySet<string> };

/** Everything that holds after any step, whatever it was. */
export function followUpRules(world: World, taken: StepTaken): void {
  const { before, step } = taken;
  const { followUp } = world;
  must(
    followUp.id === before.id && followUp.schema === 1 && followUp.version === before.version,
    'the store alone numbers a document',
  );
  must(followUp.record === before.record, 'the store alone keeps the head of the record');
  documentRules(followUp);
  if (step.kind === 'unchanged') return;
  must(step.facts.length > 0 || quiet(taken), 'a decision about a person is on the record', taken);
  step.facts.forEach(factRules);
  progressRules(before, followUp);
  newlyEnded(before, followUp).forEach((line) => endingRules(world, line, before));
  if (taken.input.kind === 'reply') wordsRule(world, taken.input, taken);
}

/** These move the machine along and decide nothing about a person. */
const quiet = ({ input }: StepTaken): boolean =>
  ['wake', 'claim', 'hand-over-result', 'carrier-answer', 'carried-out', 'hold-lifted'].includes(input.kind);

export function documentRules(followUp: FollowUp): void {
  const { status, checkIns, ended, outbox } = followUp;
  const ids = [...checkIns, ...ended].map(({ id }) => id);
  must(new Set(ids).size === ids.length, 'a check-in is open or has one outcome, never both or two', ids);
  must(
    new Set(outbox.map(({ id }) => id)).size === outbox.length,
    'a message stands once in the outbox',
    outbox,
  );
  must(
    checkIns.length === 0 || status === 'open' || status === 'held',
    'what is over waits for nothing',
    followUp,
  );
  must(
    (status !== 'open' && status !== 'held') || nextDueAt(followUp) !== undefined,
    'what is open is always due',
    followUp,
  );
  for (const checkIn of checkIns) {
    const { state, answerBy, tooLateAt, silentBy } = checkIn;
    must(
      state === 'scheduled' || state === 'sending' || state === 'awaiting-answer',
      'what has ended is in its line',
      checkIn,
    );
    must(
      state !== 'awaiting-answer' || (answerBy ?? Infinity) <= Math.max(silentBy, tooLateAt) + 3_600_000,
      'silence has a deadline',
      checkIn,
    );
    must(
      state !== 'sending' || outbox.some((message) => isOf(message, checkIn)),
      'a check-in on its way has its message',
      followUp,
    );
  }
  for (const message of outbox) {
    must(message.lookAt !== undefined, 'a message on its way is looked at again', message);
    const step = checkIns.find((checkIn) => isOf(message, checkIn) && checkIn.state === 'sending');
    must(
      message.state !== 'queued' || message.answer !== undefined || step !== undefined,
      'no message waits to go for a step that is over',
      followUp,
    );
  }
}

const isOf = (message: Message, { id, attempt, channel }: CheckIn): boolean =>
  message.checkIn === id && message.attempt === attempt && message.channel === channel;

const RANK = { accepted: 0, queued: 1, sending: 2, sent: 3, undelivered: 4, failed: 4, delivered: 5 };
const FINAL = ['why', 'answeredLateAt', 'heardAt'];

/** Nothing that was known is unlearned, and an outcome stays what it was. */
function progressRules(before: FollowUp, after: FollowUp): void {
  before.ended.forEach((line, index) => {
    const now = after.ended[index];
    const kept = Object.entries(line).every(
      ([name, value]) => FINAL.includes(name) || now?.[name as keyof EndedCheckIn] === value,
    ); // its own keys
    must(kept, 'an outcome that is recorded stays as it is', { line, now });
  });
  for (const checkIn of before.checkIns) {
    const open = after.checkIns.find(({ id }) => id === checkIn.id);
    const over = after.ended.find(({ id }) => id === checkIn.id);
    must(open !== undefined || over !== undefined, 'no check-in vanishes', checkIn);
    if (open) onlyForward(checkIn, open);
  }
  for (const message of before.outbox) {
    const next = after.outbox.find(({ id }) => id === message.id);
    if (!next || message.status === undefined || next.status === undefined) continue;
    must(RANK[next.status] >= RANK[message.status], 'what the carrier said only moves forward', {
      message,
      next,
    });
  }
}

function onlyForward(before: CheckIn, after: CheckIn): void {
  must(
    after.attempt >= before.attempt && after.attempt <= before.attempt + 1,
    'attempts are counted one by one',
    after,
  );
  must(after.attempt <= 5, 'attempts come to an end', after);
  must(after.silentBy === before.silentBy, 'no deadline moves', { before, after });
  before.attempts.forEach((attempt, index) => {
    const known = after.attempts[index];
    const told = attempt.reached === 'unknown' || known?.reached === attempt.reached;
    must(known?.messageId === attempt.messageId && told, 'what is known of an attempt stays known', {
      before,
      after,
    });
  });
}

/** Ids and codes only: no name, no number, no address, no words. */
function factRules(fact: Fact): void {
  const texts = [fact.by, fact.why ?? '', ...Object.values(fact.detail ?? {}).map(String)];
  const clean = texts.every(
    (text) => /^[\w.:#~ -]*$/.test(text) && !text.includes(CLIENT_NAME) && !text.includes(STAFF_NAME),
  );
  must(clean, 'the record holds ids and codes only', fact);
}

const newlyEnded = (before: FollowUp, after: FollowUp) => after.ended.slice(before.ended.length);

/** Who is not reached is somebody's task; who is called silent was reached, as far as anybody knew. */
function endingRules(
  { carrier, casesRaised, facts, followUp }: World,
  line: EndedCheckIn,
  before: FollowUp,
): void {
  const asks = line.kind === 'check-in';
  const reason = line.state === 'missed' ? 'missed-check-in' : line.state;
  const needsPerson = asks && ['missed', 'not-sent', 'not-delivered'].includes(line.state);
  const told = casesRaised.has(`case#${followUp.id.slice(3)}.${reason}.${line.id}`);
  must(!needsPerson || told, 'a person is told of every check-in that stays unanswered', line);
  const outcomes = facts.filter(({ kind, detail }) => OUTCOMES.has(kind) && detail?.['checkIn'] === line.id);
  must(!asks || outcomes.length === 1, 'each check-in has one outcome on the record', outcomes);
  if (line.state !== 'missed') return;
  const reached = before.checkIns
    .find(({ id }) => id === line.id)
    ?.attempts.some(({ messageId }) => {
      const truth = carrier.get(messageId);
      return truth !== undefined && truth.taken > 0 && !truth.toldFailed;
    });
  must(reached === true, 'only one who was reached, or may have been, is called silent', { line, before });
}

const OUTCOMES: ReadonlySet<string> = new Set([
  'check-in-answered',
  'check-in-missed',
  'check-in-not-sent',
  'check-in-not-delivered',
  'check-in-cancelled',
]);

/** Every word reaches a person, in a case of its own, unless it is a bare doing-ok or a bare stop. */
function wordsRule(
  { casesRaised }: World,
  { reading, inboundId, caseOpened }: Extract<FollowUpInput, { kind: 'reply' }>,
  { before, known }: StepTaken,
): void {
  if (before.repliesSeen.includes(inboundId)) return;
  if (reading.queue === 'none' || isBareStop(reading) || reading.safety === 'urgent' || caseOpened) return;
  const shown = [...casesRaised.values()].some(
    ({ id, subject }) => !known.has(id) && subject.inboundId === inboundId,
  );
  must(shown, 'every word reaches a person’s list', { reading, inboundId });
}
