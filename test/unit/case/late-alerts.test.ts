import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/record.ts';
import { aCase, after, afterAll, pageResult, TEN, wake } from './case-steps.ts';

/** Whoever hands the first person's alerts over dies each time: asked at ten, a minute past and two past. */
const unheardOf = () =>
  afterAll(aCase(), [
    [TEN, wake],
    [TEN + MINUTE, wake],
    [TEN + 2 * MINUTE, wake],
  ]);

describe('an alert of which nothing is heard', () => {
  it('gives way to the next person after three tries, which is on the record', () => {
    expect(unheardOf().next).toMatchObject({ step: 0 });
    const { effects, facts } = after(unheardOf(), wake, TEN + 3 * MINUTE);

    expect(effects).toEqual([{ kind: 'page-step', round: 0, step: 1, priority: 'high' }]);
    expect(facts).toMatchObject([
      { kind: 'alert-failed', detail: { step: 0, tries: 3 } },
      { kind: 'escalation-climbed', detail: { step: 1 } },
    ]);
  });

  it('does not take the climb back when the word of it comes late', () => {
    const climbed = after(unheardOf(), wake, TEN + 3 * MINUTE).value;

    expect(after(climbed, pageResult(0, true), TEN + 4 * MINUTE).value.next).toEqual(climbed.next);
    expect(after(climbed, pageResult(0, false), TEN + 4 * MINUTE).value.next).toEqual(climbed.next);
  });

  it('does not wake the staff again whom the client’s answer let rest meanwhile', () => {
    const calmed = afterAll(aCase(), [
      [TEN, wake],
      [TEN + MINUTE / 2, { kind: 'note', note: { at: TEN, kind: 'client-answered' } }],
    ]);
    const { value } = after(calmed, pageResult(0, true), TEN + MINUTE);

    expect(value.next).toEqual(calmed.next);
    expect(after(value, wake, TEN + HOUR).effects).toEqual([]);
  });
});

describe('a person who is told half an hour after words of danger', () => {
  const words = aCase({
    reason: 'urgent-words',
    pageAtAnyHour: true,
    answer: { contactId: 'a-contact', language: 'en', discreet: false },
  });
  const toldAt = (at: number) =>
    afterAll(words, [
      [TEN, wake],
      [at, pageResult(0, true)],
    ]).outbox.length;

  it('brings no automatic answer any more, and brought one until then', () => {
    expect(toldAt(TEN + 30 * MINUTE - 1)).toBe(1);
    expect(toldAt(TEN + 30 * MINUTE)).toBe(0);
  });
});
