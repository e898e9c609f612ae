import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import {
  aCase,
  acknowledged,
  after,
  afterAll,
  AT_NIGHT,
  EIGHT_NEXT_MORNING,
  pageResult,
  TEN,
  wake,
} from './case-steps.ts';

const caseId = 'case#pY3kq0cVbq1mJr8T2wXz9A.missed-check-in.d2';
const about = { case: caseId, priority: 'high', dueAt: TEN + HOUR };
const first = pageResult(0, true);
const second = pageResult(1, true);
const alarmed = pageResult(2, true);

/** Both steps were told and waited for in vain: the alarm is due at half past ten. */
const unanswered = (): Case =>
  afterAll(aCase(), [
    [TEN, wake],
    [TEN, first],
    [TEN + 15 * MINUTE, wake],
    [TEN + 15 * MINUTE, second],
  ]);

const failedOnce = (): Case =>
  afterAll(aCase(), [
    [TEN, wake],
    [TEN + 2000, pageResult(0, false)],
  ]);

describe('the first person', () => {
  it('is told of an escalation at once', () => {
    const { value, effects, facts } = after(aCase(), wake, TEN);

    expect(effects).toEqual([{ kind: 'page-step', round: 0, step: 0, priority: 'high' }]);
    expect(value.pages).toEqual([{ round: 0, step: 0, at: TEN, state: 'asked', tries: 1 }]);
    expect(facts).toEqual([]);
  });

  it('is told of a task when it is overdue, and not before', () => {
    const task = aCase({ kind: 'task' });

    expect(task.next).toEqual({ at: TEN + HOUR, step: 0, round: 0 });
    expect(after(task, wake, TEN + HOUR - 1).effects).toEqual([]);
    expect(after(task, wake, TEN + HOUR).effects).toMatchObject([{ kind: 'page-step', step: 0 }]);
  });

  it('is told at once of a task that is overdue when it comes', () => {
    expect(aCase({ kind: 'task', dueAt: TEN - HOUR }).next).toMatchObject({ at: TEN });
  });

  it('sleeps through silence until their morning', () => {
    expect(aCase({}, AT_NIGHT).next).toMatchObject({ at: EIGHT_NEXT_MORNING });
  });

  it('is woken for words of danger', () => {
    expect(aCase({ pageAtAnyHour: true }, AT_NIGHT).next).toMatchObject({ at: AT_NIGHT });
  });

  it('is let sleep when the moment for the next step falls into the night', () => {
    const late = { ...aCase(), next: { at: AT_NIGHT, step: 1, round: 2 } };
    const { value, effects } = after(late, wake, AT_NIGHT);

    expect(effects).toEqual([]);
    expect(value.next).toEqual({ at: EIGHT_NEXT_MORNING, step: 1, round: 2 });
    expect(after(value, wake, EIGHT_NEXT_MORNING).effects).toHaveLength(1);
  });

  it('is told in the night when it is about words', () => {
    const late = { ...aCase({ pageAtAnyHour: true }), next: { at: AT_NIGHT, step: 0, round: 0 } };

    expect(after(late, wake, AT_NIGHT).effects).toHaveLength(1);
  });
});

describe('a person who was told', () => {
  it('has their time to acknowledge, counted from when they were asked', () => {
    const asked = after(aCase(), wake, TEN).value;
    const { value, facts } = after(asked, first, TEN + 3000);

    expect(value.next).toEqual({ at: TEN + 15 * MINUTE, step: 1, round: 0 });
    expect(value.pages).toEqual([{ round: 0, step: 0, at: TEN, state: 'sent', tries: 1 }]);
    expect(facts).toEqual([
      {
        kind: 'staff-alerted',
        at: TEN + 3000,
        by: 'machine',
        why: 'missed-check-in',
        detail: { ...about, step: 0, staff: 'st-20' },
      },
    ]);
  });

  it('is followed by the next one when that time is over, which is on the record', () => {
    const waiting = afterAll(aCase(), [
      [TEN, wake],
      [TEN, first],
    ]);
    const { effects, facts, value } = after(waiting, wake, TEN + 15 * MINUTE);

    expect(after(waiting, wake, TEN + 15 * MINUTE - 1).effects).toEqual([]);
    expect(effects).toEqual([{ kind: 'page-step', round: 0, step: 1, priority: 'high' }]);
    expect(facts).toMatchObject([
      { kind: 'escalation-climbed', detail: { ...about, step: 1, staff: 'st-31' } },
    ]);
    expect(value.pages).toMatchObject([
      { step: 0, state: 'sent' },
      { step: 1, state: 'asked' },
    ]);
  });

  it('ends the climb by acknowledging, also when the word of the alert comes later', () => {
    const asked = after(aCase(), wake, TEN).value;
    const mine = after(asked, acknowledged(TEN + MINUTE), TEN + MINUTE).value;
    const { value } = after(mine, first, TEN + 2 * MINUTE);

    expect(value.next).toEqual(mine.next);
    expect(after(value, wake, TEN + HOUR).effects).toEqual([]);
  });

  it('is told once, however often the word of it comes', () => {
    const told = afterAll(aCase(), [
      [TEN, wake],
      [TEN, first],
    ]);

    expect(after(told, first, TEN + MINUTE).value).toBe(told);
    expect(after(aCase(), first, TEN).facts).toEqual([]);
    expect(after(told, pageResult(0, true, 1), TEN + MINUTE).value).toBe(told);
  });
});

describe('an alert that does not go out', () => {
  it('is tried again a minute later', () => {
    const asked = after(aCase(), wake, TEN).value;
    const { facts, value } = after(asked, pageResult(0, false), TEN + 2000);

    expect(facts).toMatchObject([{ kind: 'alert-failed', detail: { ...about, step: 0, tries: 1 } }]);
    expect(value.pages).toMatchObject([{ state: 'failed', tries: 1 }]);
    expect(value.next).toEqual({ at: TEN + MINUTE, step: 0, round: 0 });
  });

  it('is asked for again also when nobody hears what came of it', () => {
    expect(after(aCase(), wake, TEN).value.next).toEqual({ at: TEN + MINUTE, step: 0, round: 0 });
  });

  it('gives way to the next person at once after three tries', () => {
    const twice = afterAll(failedOnce(), [
      [TEN + MINUTE, wake],
      [TEN + MINUTE, pageResult(0, false)],
      [TEN + 2 * MINUTE, wake],
    ]);
    expect(twice.next).toMatchObject({ step: 0 });
    const { value } = after(twice, pageResult(0, false), TEN + 2 * MINUTE + 500);

    expect(value.pages).toEqual([{ round: 0, step: 0, at: TEN + 2 * MINUTE, state: 'failed', tries: 3 }]);
    expect(value.next).toEqual({ at: TEN + 2 * MINUTE + 500, step: 1, round: 0 });
  });

  it('is one climb on the record, however often the second person is tried', () => {
    const waiting = afterAll(aCase(), [
      [TEN, wake],
      [TEN, first],
      [TEN + 15 * MINUTE, wake],
      [TEN + 15 * MINUTE, pageResult(1, false)],
    ]);

    expect(after(waiting, wake, TEN + 16 * MINUTE).facts).toEqual([]);
    expect(after(waiting, wake, TEN + 16 * MINUTE).value.pages).toMatchObject([
      { step: 0, state: 'sent', tries: 1 },
      { step: 1, state: 'asked', tries: 2 },
    ]);
  });
});

describe('when nobody acknowledges', () => {
  it('operators are alarmed, and the record says since when', () => {
    const { value, effects, facts } = after(unanswered(), wake, TEN + 30 * MINUTE);

    expect(effects).toEqual([{ kind: 'page-operators', round: 0, step: 2, priority: 'high' }]);
    expect(facts).toMatchObject([{ kind: 'escalation-unanswered', detail: { ...about, round: 0 } }]);
    expect(value.unansweredAt).toBe(TEN + 30 * MINUTE);
  });

  it('the last person is told again the next day, so that the alarm comes at the same hour', () => {
    const rung = afterAll(unanswered(), [
      [TEN + 30 * MINUTE, wake],
      [TEN + 30 * MINUTE, alarmed],
    ]);
    expect(rung.next).toEqual({ at: TEN + DAY + 15 * MINUTE, step: 1, round: 1 });
    const nextDay = after(rung, wake, TEN + DAY + 15 * MINUTE);
    const again = afterAll(nextDay.value, [[TEN + DAY + 15 * MINUTE, pageResult(1, true, 1)]]);
    const secondAlarm = after(again, wake, TEN + DAY + 30 * MINUTE);

    expect(nextDay.effects).toMatchObject([{ kind: 'page-step', step: 1, round: 1 }]);
    expect(nextDay.facts).toEqual([]);
    expect(secondAlarm.facts).toMatchObject([{ kind: 'escalation-unanswered', detail: { round: 1 } }]);
    expect(secondAlarm.value.unansweredAt).toBe(TEN + 30 * MINUTE);
    expect(secondAlarm.value.pages.map(({ round, step }) => [round, step])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
    ]);
  });

  it('an alarm that does not go out is tried every minute, without end, and is one line on the record', () => {
    let value = after(unanswered(), wake, TEN + 30 * MINUTE).value;
    for (let minute = 30; minute < 40; minute += 1) {
      value = after(value, pageResult(2, false), TEN + minute * MINUTE).value;
      const again = after(value, wake, TEN + (minute + 1) * MINUTE);
      expect(again.effects).toMatchObject([{ kind: 'page-operators', step: 2, round: 0 }]);
      expect(again.facts).toEqual([]);
      value = again.value;
    }
    expect(value.pages.find(({ step }) => step === 2)).toMatchObject({ tries: 11 });
  });

  it('and nobody is on call at all, the alarm sounds at once and daily', () => {
    const nobody = aProgramme({ ladder: [] });
    const opened = aCase({}, TEN, nobody);
    const { effects, value } = after(opened, wake, TEN, nobody);

    expect(effects).toMatchObject([{ kind: 'page-operators', step: 0 }]);
    expect(after(value, pageResult(0, true), TEN, nobody).value.next).toEqual({
      at: TEN + DAY,
      step: 0,
      round: 1,
    });
  });

  it('and one person is on call, that person is told before each alarm', () => {
    const one = aProgramme({ ladder: [{ staffId: 'st-20', name: 'Robin Ellis', waitMinutes: 20 }] });
    const rung = afterAll(
      aCase({}, TEN, one),
      [
        [TEN, wake],
        [TEN, first],
        [TEN + 20 * MINUTE, wake],
        [TEN + 20 * MINUTE, second],
      ],
      one,
    );

    expect(rung.next).toEqual({ at: TEN + DAY, step: 0, round: 1 });
  });

  it('the case remembers the last weeks of it and no more', () => {
    let value = aCase({ pageAtAnyHour: true });
    for (let days = 0; days < 40; days += 1) {
      const at = value.next?.at ?? 0;
      const asked = after(value, wake, at).value;
      const page = asked.pages.at(-1);
      value = after(asked, pageResult(page?.step ?? 0, true, page?.round), at).value;
    }

    expect(value.pages.length).toBeLessThanOrEqual(21);
    expect(value.pages.at(-1)).toMatchObject({ state: 'sent', round: 19 });
  });
});

describe('a client who answers after all', () => {
  const answered = { kind: 'note', note: { kind: 'client-answered', at: TEN + MINUTE } } as const;

  it('lets the person on call rest: half a day, or until the case is overdue', () => {
    const told = afterAll(aCase({ pageAtAnyHour: true }), [
      [TEN, wake],
      [TEN, first],
    ]);
    const { value } = after(told, answered, TEN + MINUTE);
    const calmed = { step: 0, round: 1 };

    expect(value).toMatchObject({ state: 'open', pageAtAnyHour: false });
    expect(value.next).toEqual({ at: TEN + MINUTE + 12 * HOUR, ...calmed });
    const overdueLater = after({ ...told, dueAt: TEN + 20 * HOUR }, answered, TEN + MINUTE).value;
    expect(overdueLater.next).toEqual({ at: TEN + 20 * HOUR, ...calmed });
  });

  it('does not bring the next alarm forward', () => {
    const rung = { ...aCase(), next: { at: TEN + DAY, step: 1, round: 1 } };

    expect(after(rung, answered, TEN + MINUTE).value.next).toEqual({ at: TEN + DAY, step: 0, round: 2 });
  });

  it('changes nothing for the person who has acknowledged', () => {
    const mine = after(aCase(), acknowledged(TEN), TEN).value;

    expect(after(mine, answered, TEN + MINUTE).value.next).toEqual(mine.next);
  });

  it('changes nothing about words of danger', () => {
    const words = after(aCase({ reason: 'urgent-words', pageAtAnyHour: true }), wake, TEN).value;
    const { value } = after(words, answered, TEN + MINUTE);

    expect(value).toMatchObject({ next: words.next, pageAtAnyHour: true });
  });
});
