import { describe, expect, test } from 'vitest';
import { classOfError } from '#shared/domain/sending/carrier-errors.ts';
import { carrierStatus, isFinal, movesForward, type CarrierStatus } from '#shared/domain/sending/statuses.ts';

describe('a carrier’s status', () => {
  const order: CarrierStatus[] = ['accepted', 'queued', 'sending', 'sent', 'undelivered', 'delivered'];

  test('only moves forward', () => {
    order.forEach((before, i) =>
      order.forEach((after, j) => {
        expect(movesForward(before, after), `${before} → ${after}`).toBe(j > i);
      }),
    );
  });

  test('is news when none was known', () => {
    expect(movesForward(undefined, 'accepted')).toBe(true);
  });

  test.each([
    ['delivered', true],
    ['undelivered', true],
    ['failed', true],
    ['sent', false],
    ['accepted', false],
  ] as const)('%s is final: %s', (status, final) => {
    expect(isFinal(status)).toBe(final);
  });

  test('is read from the carrier’s words, and a word we do not know says nothing', () => {
    expect(carrierStatus('scheduled')).toBe('accepted');
    expect(carrierStatus('read')).toBe('delivered');
    expect(carrierStatus('canceled')).toBe('failed');
    expect(carrierStatus('toString')).toBeUndefined();
    expect(carrierStatus('receiving')).toBeUndefined();
  });
});

describe('a carrier’s error', () => {
  test.each([
    ['21211', 'permanent'],
    ['30005', 'permanent'],
    ['30006', 'permanent'],
    ['21610', 'suppress'],
    ['30004', 'suppress'],
    ['30003', 'transient'],
    ['20429', 'transient'],
    ['30002', 'config'],
    ['30034', 'config'],
    ['30007', 'content'],
    ['99999', 'transient'],
  ])('%s is %s', (code, errorClass) => {
    expect(classOfError(code)).toBe(errorClass);
  });
});
