import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#shared/domain/record.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aCase, acknowledged, after, afterAll, pageResult, TEN, wake } from './case-steps.ts';

describe('a case that somebody takes after the alarm', () => {
  const nobody = aProgramme({ ladder: [] });
  const alarmed = afterAll(
    aCase(),
    [
      [TEN, wake],
      [TEN, pageResult(0, true)],
    ],
    nobody,
  );

  it('is reminded of in a round of its own, so that no alarm before it is taken for the reminder', () => {
    const rung = alarmed.next?.round ?? 0;
    const taken = after(alarmed, acknowledged(TEN + MINUTE), TEN + MINUTE, nobody).value;

    expect(rung).toBeGreaterThan(0);
    expect(taken.next).toMatchObject({ step: 0, round: rung + 1 });
    const [reminder] = after(taken, wake, TEN + 10 * DAY, nobody).effects;
    expect(reminder).toMatchObject({ kind: 'page-operators', round: rung + 1 });
  });
});
