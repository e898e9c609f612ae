import { describe, expect, it } from 'vitest';
import { advanceCase, caseDueAt, openCase } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseInput } from '#shared/domain/case/case.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aNewCase } from '#test/builders/a-case.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aCase, acknowledged, after, afterAll, pageResult, TEN, wake } from './case-steps.ts';

const FOLLOW_UP = 'fu#pY3kq0cVbq1mJr8T2wXz9A';
const about = { case: 'case#pY3kq0cVbq1mJr8T2wXz9A.missed-check-in.d2', priority: 'high', dueAt: TEN + HOUR };
const closed = (at: number, outcome: 'reached' | 'not-needed' = 'reached'): CaseInput => ({
  kind: 'closed',
  by: 'st-31',
  at,
  outcome,
});
const wrote = (at: number, code?: string): CaseInput => ({
  kind: 'note',
  note: { kind: 'another-text', at, ...(code && { code }) },
});
/** Acknowledged by Robin five minutes after ten. */
const robins = (value = aCase()): Case =>
  after(value, acknowledged(TEN + 5 * MINUTE), TEN + 5 * MINUTE).value;

const opened = (different: Parameters<typeof aNewCase>[1]) =>
  openCase(aNewCase(TEN, different), { now: TEN, programme: aProgramme() });

describe('a case that opens', () => {
  it('is on the record as an escalation, by what it is about, its priority and its deadline', () => {
    expect(opened({}).facts).toEqual([
      { kind: 'escalation-raised', at: TEN, by: 'machine', why: 'missed-check-in', detail: about },
    ]);
  });

  it('is on the record as a task where nobody is paged at once, with what is known of why', () => {
    expect(opened({ kind: 'task', because: ['no-consent', 'no-phone'] }).facts).toMatchObject([
      { kind: 'task-opened', detail: { because: 'no-consent no-phone' } },
    ]);
    expect(opened({ because: [] }).facts[0]?.detail).toEqual(about);
  });

  it('has nothing behind it yet', () => {
    expect(opened({}).value).toMatchObject({
      ...aNewCase(TEN),
      state: 'open',
      openedAt: TEN,
      version: 0,
      pages: [],
      notes: [],
      answersGiven: [],
      outbox: [],
    });
  });

  it('tells the first person when it is taken from its queue', () => {
    const step = after(aCase(), { kind: 'open', newCase: aNewCase(TEN) }, TEN);

    expect(step.effects).toMatchObject([{ kind: 'page-step', step: 0 }]);
  });
});

describe('a person who acknowledges', () => {
  it('is on the record with how long it took', () => {
    const { value, facts } = after(aCase(), acknowledged(TEN + 5 * MINUTE), TEN + 9 * MINUTE);

    expect(value).toMatchObject({
      state: 'acknowledged',
      acknowledged: { by: 'st-20', at: TEN + 5 * MINUTE },
    });
    expect(facts).toEqual([
      {
        kind: 'escalation-acknowledged',
        at: TEN + 5 * MINUTE,
        by: 'staff:st-20',
        why: 'missed-check-in',
        detail: { ...about, afterMinutes: 5 },
      },
    ]);
  });

  it('keeps it: a second one changes nothing', () => {
    const second = after(robins(), acknowledged(TEN + HOUR, 'st-31'), TEN + HOUR);

    expect(second.value.acknowledged).toMatchObject({ by: 'st-20' });
    expect(second.facts).toEqual([]);
  });

  it('acknowledges a task, or an escalation where somebody had been paged for the task', () => {
    const task = aCase({ kind: 'task' });
    const paged = after(task, wake, TEN + HOUR).value;

    expect(after(task, acknowledged(TEN), TEN).facts).toMatchObject([{ kind: 'task-acknowledged' }]);
    expect(after(paged, acknowledged(TEN + HOUR), TEN + HOUR).facts).toMatchObject([
      { kind: 'escalation-acknowledged' },
    ]);
  });

  it('has three days from their own hand where the case was overdue', () => {
    const late = after(aCase(), acknowledged(TEN + 5 * HOUR), TEN + 5 * HOUR).value;

    expect(late.next).toMatchObject({ at: TEN + 5 * HOUR + 3 * DAY });
  });
});

describe('a person who closes a case', () => {
  it('says how it ended, on the record and to the follow-up', () => {
    const { value, facts, effects } = after(robins(), closed(TEN + 2 * HOUR), TEN + 2 * HOUR + 1000);

    expect(value).toMatchObject({
      state: 'closed',
      acknowledged: { by: 'st-20' },
      closed: { by: 'st-31', at: TEN + 2 * HOUR, outcome: 'reached' },
    });
    expect(value).not.toHaveProperty('next');
    expect(facts).toEqual([
      {
        kind: 'task-closed',
        at: TEN + 2 * HOUR,
        by: 'staff:st-31',
        why: 'missed-check-in',
        detail: { ...about, outcome: 'reached' },
      },
    ]);
    expect(effects).toEqual([
      {
        kind: 'tell-follow-up',
        followUpId: FOLLOW_UP,
        input: {
          kind: 'case-closed',
          caseId: about.case,
          outcome: 'reached',
          at: TEN + 2 * HOUR,
          by: 'staff:st-31',
        },
      },
    ]);
  });

  it('has acknowledged it by that', () => {
    const { value, facts } = after(aCase(), closed(TEN + MINUTE), TEN + MINUTE);

    expect(value.acknowledged).toEqual({ by: 'st-31', at: TEN + MINUTE });
    expect(facts.map(({ kind }) => kind)).toEqual(['escalation-acknowledged', 'task-closed']);
  });

  it('closes it once, and nobody is told about it any more', () => {
    const done = after(aCase(), closed(TEN), TEN).value;

    expect(after(done, closed(TEN + HOUR, 'not-needed'), TEN + HOUR).value).toBe(done);
    expect(after(done, acknowledged(TEN + HOUR), TEN + HOUR).value).toBe(done);
    expect(after({ ...done, next: { at: TEN, step: 0, round: 0 } }, wake, TEN).effects).toEqual([]);
  });

  it('has the follow-up told again every two minutes until its queue has it', () => {
    const done = after(aCase(), closed(TEN), TEN).value;
    const again = after(done, wake, TEN + 2 * MINUTE);

    expect(caseDueAt(done)).toBe(TEN + 2 * MINUTE);
    expect(after(done, wake, TEN + 2 * MINUTE - 1).effects).toEqual([]);
    expect(again.effects).toMatchObject([{ kind: 'tell-follow-up', followUpId: FOLLOW_UP }]);
    expect(caseDueAt(again.value)).toBe(TEN + 4 * MINUTE);
    const told = after(done, { kind: 'follow-up-told' }, TEN + MINUTE).value;
    expect(told).not.toHaveProperty('followUpToTell');
    expect(caseDueAt(told)).toBeUndefined();
    expect(after(told, { kind: 'follow-up-told' }, TEN + MINUTE).value).toBe(told);
  });

  it('of somebody without a follow-up tells nobody', () => {
    const { value, effects } = after(aCase({ subject: { inboundId: 'SM1' } }), closed(TEN), TEN);

    expect(effects).toEqual([]);
    expect(value).not.toHaveProperty('followUpToTell');
  });
});

describe('what the client does meanwhile', () => {
  it('stands on the case and on the record', () => {
    const { value, facts } = after(aCase(), wrote(TEN + MINUTE, 'so-so'), TEN + 2 * MINUTE);

    expect(value.notes).toEqual([{ kind: 'another-text', at: TEN + MINUTE, code: 'so-so' }]);
    expect(facts).toEqual([
      {
        kind: 'case-note',
        at: TEN + MINUTE,
        by: 'client',
        why: 'another-text',
        detail: { ...about, code: 'so-so' },
      },
    ]);
    expect(after(aCase(), wrote(TEN), TEN).facts[0]?.detail).toEqual(about);
  });

  it('is noted once, however often we hear of it', () => {
    const noted = after(aCase(), wrote(TEN), TEN).value;

    expect(after(noted, wrote(TEN), TEN + MINUTE).value).toBe(noted);
    expect(after(noted, wrote(TEN + 1), TEN + MINUTE).value.notes).toHaveLength(2);
    const answered = { kind: 'note', note: { kind: 'client-answered', at: TEN } } as const;
    expect(after(noted, answered, TEN + MINUTE).value.notes).toHaveLength(2);
  });

  it('does not stop the climb unless it is an answer to the silence that began it', () => {
    const asked = after(aCase(), wake, TEN).value;

    expect(after(asked, wrote(TEN), TEN).value.next).toEqual(asked.next);
  });

  it('is kept to the newest twenty', () => {
    const value = afterAll(
      aCase(),
      Array.from({ length: 30 }, (_, minute) => [TEN, wrote(TEN + minute * MINUTE)]),
    );

    expect(value.notes).toHaveLength(20);
    expect(value.notes.at(-1)).toMatchObject({ at: TEN + 29 * MINUTE });
  });
});

describe('a case is due', () => {
  const answer = {
    id: 'case#in.SM1~answer~1~sms',
    state: 'handed-over',
    channel: 'sms',
    contactId: 'a-contact',
    template: 'urgent',
    lane: 'urgent',
    attempt: 1,
    notAfter: TEN,
    tries: 1,
  } as const;

  it('at the earliest of all that waits', () => {
    expect(caseDueAt(aCase())).toBe(TEN);
    const told = { ...aCase(), followUpToTell: { lookAt: TEN - MINUTE } };
    expect(caseDueAt(told)).toBe(TEN - MINUTE);
    expect(caseDueAt({ ...told, followUpToTell: { lookAt: TEN + MINUTE } })).toBe(TEN);
    expect(caseDueAt({ ...aCase(), outbox: [{ ...answer, lookAt: TEN - 1 }] })).toBe(TEN - 1);
  });

  it('not for an answer of which nothing more can be learned', () => {
    expect(caseDueAt({ ...aCase(), outbox: [answer] })).toBe(TEN);
  });

  it('does nothing when it is woken with nothing to do', () => {
    const value = robins();
    const context = { now: TEN + HOUR, programme: aProgramme() };

    expect(advanceCase(value, wake, context)).toEqual({ kind: 'unchanged', reason: 'nothing-to-do' });
  });

  it('asks no carrier about an answer, so that it has nothing to learn from one', () => {
    const claimed = { ...aCase(), outbox: [{ ...answer, state: 'claimed' as const }] };
    const said = { kind: 'carrier-answer', messageId: answer.id, answer: { kind: 'none' } } as const;

    expect(after(claimed, said, TEN)).toEqual({ value: claimed, effects: [], facts: [] });
  });
});

describe('an alert that goes out after a person closed the case', () => {
  it('is on the record and changes nothing else', () => {
    const asked = after(aCase(), wake, TEN).value;
    const done = after(asked, closed(TEN + MINUTE), TEN + MINUTE).value;
    const late = after(done, pageResult(0, true), TEN + 2 * MINUTE);

    expect(late.facts).toMatchObject([{ kind: 'staff-alerted' }]);
    expect(late.value).not.toHaveProperty('next');
    expect(late.value.state).toBe('closed');
  });
});
