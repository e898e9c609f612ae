import { advanceCase, openCase } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseInput } from '#shared/domain/case/case.ts';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { HOUR, MINUTE } from '#shared/domain/record.ts';
import { messageId, type Message } from '#shared/domain/sending/message.ts';
import { aNewCase } from '#test/builders/a-case.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import type { Benchmark } from './benchmark.ts';
import { ratesOf, summary, type Work } from './samples.ts';

const programme = aProgramme();
const ID = messageId('fu#a-follow-up', 'd1', 1, 'sms');

const message: Message = {
  id: ID,
  state: 'claimed',
  channel: 'sms',
  contactId: 'a-contact',
  template: 'check',
  lane: 'routine',
  checkIn: 'd1',
  attempt: 1,
  notAfter: NOW + 4 * HOUR,
  lookAt: NOW + 2 * MINUTE,
  claimedAt: NOW,
  tries: 1,
};

/** A plan of four check-ins, as at moderate tier, the first of which is out. */
const later = [2, 7, 14].map((day) =>
  aScheduledCheckIn({ id: `d${day}`, sendAt: NOW + day * 24 * HOUR, tooLateAt: NOW + (day + 1) * 24 * HOUR }),
);
const sending = aFollowUp({
  checkIns: [aScheduledCheckIn({ state: 'sending' }), ...later],
  outbox: [message],
});
const attempt = { attempt: 1, channel: 'sms' as const, messageId: ID, at: NOW, reached: 'unknown' as const };
const waiting = aFollowUp({
  checkIns: [
    aScheduledCheckIn({ state: 'awaiting-answer', answerBy: NOW + 20 * HOUR, attempts: [attempt] }),
    ...later,
  ],
  outbox: [{ ...message, state: 'handed-over', handedOverAt: NOW, providerId: 'SM1', status: 'sent' }],
});
const due = aFollowUp({ checkIns: [aScheduledCheckIn(), ...later] });
/** A day has passed in silence, and it is morning: when does the second text go? */
const silentSince = { ...waiting, outbox: [] };
const NEXT_MORNING = NOW + 20 * HOUR;

type Step = readonly [FollowUp, FollowUpInput];

/** What happens to most texts: handed over, delivered, answered. */
const WITHOUT_WINDOW: readonly Step[] = [
  [
    sending,
    {
      kind: 'hand-over-result',
      messageId: ID,
      result: { kind: 'accepted', providerId: 'SM1', status: 'accepted' },
    },
  ],
  [waiting, { kind: 'receipt', messageId: ID, status: 'delivered', at: NOW }],
  [
    waiting,
    {
      kind: 'reply',
      inboundId: 'SM2',
      at: NOW,
      channel: 'sms',
      reading: readReply('1', { asked: 'check-in' }),
    },
  ],
];
/** A check-in is due: is the client's window open, and until when? Or it is closed: when does it open? */
const AT_NIGHT = NOW + 14 * HOUR;
const atNight = aFollowUp({
  checkIns: [
    aScheduledCheckIn({ sendAt: AT_NIGHT, tooLateAt: AT_NIGHT + 24 * HOUR, silentBy: AT_NIGHT + 48 * HOUR }),
    ...later.slice(1),
  ],
});

const newCase = aNewCase(NOW);
const opened = openCase(newCase, { now: NOW, programme }).value;
const paged: Case = {
  ...opened,
  version: 1,
  next: { at: NOW + 15 * MINUTE, step: 1, round: 0 },
  pages: [{ round: 0, step: 0, at: NOW, state: 'sent', tries: 1 }],
};
const CASE_STEPS: readonly (readonly [Case, CaseInput, number])[] = [
  [opened, { kind: 'open', newCase }, NOW],
  [paged, { kind: 'wake' }, NOW + 15 * MINUTE],
  [paged, { kind: 'acknowledged', by: 'st-20', at: NOW + MINUTE }, NOW + MINUTE],
];

const advancing = (name: string, steps: readonly Step[], now: number): Work => ({
  name,
  times(count) {
    let effects = 0;
    for (let index = 0; index < count; index += 1) {
      const [followUp, input] = steps[index % steps.length] ?? [due, { kind: 'wake' }];
      effects += changed(advance(followUp, input, { now, programme }));
    }
    return effects;
  },
});

const advancingCases: Work = {
  name: 'advanceCase',
  times(count) {
    let effects = 0;
    for (let index = 0; index < count; index += 1) {
      const [value, input, now] = CASE_STEPS[index % CASE_STEPS.length] ?? [opened, { kind: 'wake' }, NOW];
      effects += changed(advanceCase(value, input, { now, programme }));
    }
    return effects;
  },
};

/** A step that decided nothing would be fast and worth nothing. */
function changed(step: { kind: 'changed'; facts: readonly unknown[] } | { kind: 'unchanged' }): number {
  if (step.kind === 'unchanged') throw new Error('a step of the benchmark changed nothing');
  return step.facts.length + 1;
}

const WORKS = [
  advancing('advance, no window', WITHOUT_WINDOW, NOW),
  advancing('advance, window open now', [[due, { kind: 'wake' }]], NOW),
  advancing('advance, moved into the next window', [[atNight, { kind: 'wake' }]], AT_NIGHT),
  advancing('advance, second text planned', [[silentSince, { kind: 'wake' }]], NEXT_MORNING),
  advancingCases,
];

export const coreThroughput: Benchmark = {
  name: 'core',
  title: 'Decisions of the core',
  measures: [
    { name: 'advance, no window', unit: 'per second per core', target: { atLeast: 300_000 } },
    { name: 'advance, window open now', unit: 'per second per core', target: { atLeast: 100_000 } },
    {
      name: 'advance, moved into the next window',
      unit: 'per second per core',
      target: { atLeast: 100_000 },
    },
    { name: 'advance, second text planned', unit: 'per second per core', target: { atLeast: 100_000 } },
    { name: 'advanceCase', unit: 'per second per core', target: { atLeast: 100_000 } },
  ],
  run: () => [...ratesOf(WORKS)].map(([measure, samples]) => ({ measure, ...summary(samples) })),
};
