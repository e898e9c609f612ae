import { describe, expect, test } from 'vitest';
import { eventSignature, signEvent } from '#shared/adapters/event-signature.ts';
import type { RotatingSecret } from '#shared/adapters/secrets.ts';

const NOW = Date.parse('2026-11-23T18:40:00Z');
const BODY = '{"type":"handrail.session-closed"}';

function signed(
  header: string | undefined,
  {
    body = BODY,
    kept = { current: 'new' },
    reloaded = kept,
  }: { body?: string; kept?: RotatingSecret; reloaded?: RotatingSecret } = {},
) {
  const secret = { get: () => Promise.resolve(kept), reload: () => Promise.resolve(reloaded) };
  return eventSignature(secret, () => NOW)(body, header);
}

const others = (count: number) => `,v1=${'0'.repeat(64)}`.repeat(count);
const signedAt = (seconds: number) => signed(signEvent(BODY, 'new', NOW + seconds * 1000));

describe('an agency’s event', () => {
  test('is taken with its signature, and not with another’s, none, or for another body', async () => {
    expect(await signed(signEvent(BODY, 'new', NOW))).toBe(true);
    expect(await signed(signEvent(BODY, 'guess', NOW))).toBe(false);
    expect(await signed(undefined)).toBe(false);
    expect(await signed('t=,v1=')).toBe(false);
    expect(await signed(signEvent(BODY, 'new', NOW), { body: `${BODY} ` })).toBe(false);
  });

  test('is taken for five minutes, before and after', async () => {
    expect(await signedAt(-300)).toBe(true);
    expect(await signedAt(-301)).toBe(false);
    expect(await signedAt(300)).toBe(true);
    expect(await signedAt(301)).toBe(false);
  });

  test('may carry several signatures, one of which fits', async () => {
    const [time = '', right = ''] = signEvent(BODY, 'new', NOW).split(',');

    expect(await signed(`${time},v1=${'0'.repeat(64)},${right}`)).toBe(true);
  });

  test('is taken with the previous key while it is being rotated', async () => {
    expect(await signed(signEvent(BODY, 'old', NOW), { kept: { current: 'new', previous: 'old' } })).toBe(
      true,
    );
    expect(await signed(signEvent(BODY, 'old', NOW))).toBe(false);
  });

  test('is taken with a key that was set a moment ago', async () => {
    expect(await signed(signEvent(BODY, 'newest', NOW), { reloaded: { current: 'newest' } })).toBe(true);
  });

  test.each([
    ['more behind a signature', (header: string) => `${header}00`],
    ['no hexadecimal in it', (header: string) => `${header.slice(0, -2)}zz`],
    ['a time that is no whole number', (header: string) => header.replace(/t=(\d+)/, 't=$1.0')],
  ])('is not taken with %s', async (_, spoil) => {
    expect(await signed(spoil(signEvent(BODY, 'new', NOW)))).toBe(false);
  });

  test('is looked at for a few signatures only', async () => {
    const [time = '', right = ''] = signEvent(BODY, 'new', NOW).split(',');

    expect(await signed(`${time}${others(9)},${right}`)).toBe(true);
    expect(await signed(`${time}${others(10)},${right}`)).toBe(false);
  });
});
