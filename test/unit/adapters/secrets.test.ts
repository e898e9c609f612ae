import { describe, expect, it } from 'vitest';
import { pepperSecret, rotatingSecret, secret, twilioSecret } from '#shared/adapters/secrets.ts';

const MINUTE = 60_000;

const aSecret = (...answers: (string | Error)[]) => {
  let reads = 0;
  let now = 0;
  const read = async () => {
    const answer = answers[Math.min(reads++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer ?? '';
  };
  const pepper = secret('arn', pepperSecret, { now: () => now, read });
  return { pepper, reads: () => reads, later: (milliseconds: number) => void (now += milliseconds) };
};

describe('a secret', () => {
  it('is read once, and again after five minutes', async () => {
    const { pepper, reads, later } = aSecret('{"pepper":"one"}', '{"pepper":"two"}');
    expect([await pepper.get(), await pepper.get(), reads()]).toEqual(['one', 'one', 1]);
    later(5 * MINUTE);
    expect([await pepper.get(), reads()]).toEqual(['two', 2]);
  });

  it('is kept when it cannot be read again: one that worked is better than none', async () => {
    const { pepper, later } = aSecret('{"pepper":"one"}', new Error('throttled'));
    await pepper.get();
    later(5 * MINUTE);
    expect(await pepper.get()).toBe('one');
  });

  it('is read again on demand, at most once a minute', async () => {
    const { pepper, reads, later } = aSecret('{"pepper":"one"}', '{"pepper":"two"}');
    await pepper.get();
    expect([await pepper.reload(), reads()]).toEqual(['one', 1]);
    later(MINUTE);
    expect([await pepper.reload(), await pepper.get(), reads()]).toEqual(['two', 'two', 2]);
  });

  it('that is not JSON is an error which does not quote it', async () => {
    const { pepper } = aSecret('{"pepper": s3cr3t');
    const error: unknown = await pepper.get().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'BadSecret', message: 'a secret is not JSON' });
    expect(error).not.toHaveProperty('cause');
  });

  it.each([
    [() => pepperSecret({}), 'a secret has no "pepper"'],
    [() => rotatingSecret({ previous: 'x' }), 'a secret has no "current"'],
    [() => twilioSecret({ accountSid: 'AC1', authToken: '' }), 'a secret has no "authToken"'],
    [() => twilioSecret('AC1'), 'a secret has no "accountSid"'],
  ])('without a field names the field', (parse, message) => {
    expect(parse).toThrow(message);
  });
});
