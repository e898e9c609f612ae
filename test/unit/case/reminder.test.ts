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

/** Acknowledged by Robin five minutes after ten. */
const robins = (value = aCase()): Case =>
  after(value, acknowledged(TEN + 5 * MINUTE), TEN + 5 * MINUTE).value;
/** Three days after the case was due. */
const DUE = TEN + HOUR + 3 * DAY;
const asked = (): Case => after(robins(), wake, DUE).value;
const reminded = pageResult(0, true, 1);
const refused = (step: number) => pageResult(step, false, 1);

/** Neither Robin nor Dana can be told: each was tried three times, a minute apart. */
const nobodyTold = (): Case =>
  afterAll(
    robins(),
    [0, 1].flatMap((step) =>
      [0, 1, 2].flatMap((minute) => {
        const at = DUE + (3 * step + minute) * MINUTE;
        return [
          [at, wake],
          [at, refused(step)],
        ] as const;
      }),
    ),
  );

describe('the reminder of a case that nobody has closed', () => {
  it('comes three days after the case was due or taken, and then weekly', () => {
    const { value, effects, facts } = after(robins(), wake, DUE);

    expect(robins().next).toEqual({ at: DUE, step: 0, round: 1 });
    expect(after(robins(), wake, DUE - 1).effects).toEqual([]);
    expect(effects).toEqual([{ kind: 'page-step', round: 1, step: 0, priority: 'high' }]);
    expect(facts).toMatchObject([
      { kind: 'case-still-open', detail: { priority: 'high', dueAt: TEN + HOUR, step: 0 } },
    ]);
    expect(value.pages).toEqual([{ round: 1, step: 0, at: DUE, state: 'asked', tries: 1 }]);
    const waiting = after(value, reminded, DUE + 2000).value;
    expect(waiting.next).toEqual({ at: DUE + 7 * DAY, step: 0, round: 2 });
    expect(after(waiting, wake, DUE + 7 * DAY - 1).effects).toEqual([]);
    expect(after(waiting, wake, DUE + 7 * DAY).effects).toMatchObject([{ round: 2, step: 0 }]);
  });

  it('waits for the staff’s morning', () => {
    const taken = after(aCase({ dueAt: AT_NIGHT }), acknowledged(TEN), TEN).value;
    const night = after(taken, wake, AT_NIGHT + 3 * DAY);

    expect(night.effects).toEqual([]);
    expect(night.value.next).toMatchObject({ at: EIGHT_NEXT_MORNING + 3 * DAY });
    expect(after(night.value, wake, EIGHT_NEXT_MORNING + 3 * DAY).effects).toMatchObject([
      { kind: 'page-step', step: 0 },
    ]);
  });

  it('is tried again a minute later when it is refused, or when nobody hears what became of it', () => {
    const again = { at: DUE + MINUTE, step: 0, round: 1 };

    expect(asked().next).toEqual(again);
    expect(after(asked(), refused(0), DUE + 2000).value.next).toEqual(again);
    const second = after(asked(), wake, DUE + MINUTE);
    expect(second.effects).toEqual([{ kind: 'page-step', round: 1, step: 0, priority: 'high' }]);
    expect(second.facts).toEqual([]);
  });

  it('goes to the next person when the first cannot be told', () => {
    const unheardOf = afterAll(asked(), [
      [DUE + MINUTE, wake],
      [DUE + 2 * MINUTE, wake],
    ]);
    const { value, effects, facts } = after(unheardOf, wake, DUE + 3 * MINUTE);

    expect(effects).toEqual([{ kind: 'page-step', round: 1, step: 1, priority: 'high' }]);
    expect(facts).toMatchObject([
      { kind: 'alert-failed', detail: { step: 0, tries: 3 } },
      { kind: 'case-still-open', detail: { step: 1 } },
    ]);
    expect(after(value, pageResult(1, true, 1), DUE + 3 * MINUTE).value.next).toEqual({
      at: DUE + 3 * MINUTE + 7 * DAY,
      step: 0,
      round: 2,
    });
  });

  it('goes to operators when nobody on the ladder can be told, and does not give up', () => {
    const { value, effects, facts } = after(nobodyTold(), wake, DUE + 6 * MINUTE);

    expect(effects).toEqual([{ kind: 'page-operators', round: 1, step: 2, priority: 'high' }]);
    expect(facts).toMatchObject([{ kind: 'case-still-open', detail: { step: 2 } }]);
    expect(value).not.toHaveProperty('unansweredAt');
    expect(after(value, refused(2), DUE + 6 * MINUTE).value.next).toEqual({
      at: DUE + 7 * MINUTE,
      step: 2,
      round: 1,
    });
    expect(after(value, pageResult(2, true, 1), DUE + 6 * MINUTE).value.next).toEqual({
      at: DUE + 6 * MINUTE + 7 * DAY,
      step: 0,
      round: 2,
    });
  });

  it('goes to operators at once when nobody is on call', () => {
    const nobody = aProgramme({ ladder: [] });

    expect(after(robins(), wake, DUE, nobody).effects).toMatchObject([{ kind: 'page-operators', step: 0 }]);
  });

  it('is not put off by the word of an alert from before the case was taken', () => {
    const paged = after(aCase(), wake, TEN).value;
    const mine = robins(paged);

    for (const sent of [true, false])
      expect(after(mine, pageResult(0, sent), TEN + HOUR).value.next).toEqual({
        at: DUE,
        step: 0,
        round: 1,
      });
  });

  it('tells the client nothing', () => {
    const answer = { contactId: 'a-contact', language: 'en', discreet: false } as const;
    const words = robins(aCase({ reason: 'urgent-words', pageAtAnyHour: true, answer }));
    const { value, effects } = after(after(words, wake, DUE).value, reminded, DUE);

    expect(effects).toEqual([]);
    expect(value.outbox).toEqual([]);
  });

  it('comes for years without the case growing', () => {
    let value = robins();
    for (let weeks = 1; weeks <= 60; weeks += 1) {
      const at = value.next?.at ?? 0;
      value = afterAll(value, [
        [at, wake],
        [at, pageResult(0, true, weeks)],
      ]);
    }

    expect(value.pages.length).toBeLessThanOrEqual(21);
    expect(value.pages.at(-1)).toMatchObject({ round: 60, state: 'sent' });
  });
});
