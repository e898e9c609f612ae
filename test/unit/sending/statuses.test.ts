import { describe, expect, test } from 'vitest';
import { classOfError, retryOf } from '#shared/domain/sending/carrier-errors.ts';
import { isMessageId } from '#shared/domain/sending/message.ts';
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
    for (const word of [...order, 'failed'] as const) expect(carrierStatus(word)).toBe(word);
    expect(carrierStatus('scheduled')).toBe('accepted');
    expect(carrierStatus('partially_delivered')).toBe('delivered');
    expect(carrierStatus('read')).toBe('delivered');
    expect(carrierStatus('canceled')).toBe('failed');
    expect(carrierStatus('toString')).toBeUndefined();
    expect(carrierStatus('receiving')).toBeUndefined();
  });
});

describe('a carrier’s error', () => {
  test.each([
    ['no such number', '21211', 'permanent'],
    ['no mobile number', '21614', 'permanent'],
    ['a landline', '21635', 'permanent'],
    ['a handset that nobody knows', '30005', 'permanent'],
    ['a landline or a carrier out of reach', '30006', 'permanent'],
    ['a mailbox that does not exist', 'mail-bounced', 'permanent'],
    ['somebody who opted out', '21610', 'suppress'],
    ['somebody who blocked us', '30004', 'suppress'],
    ['somebody who complained', 'mail-complained', 'suppress'],
    ['a full queue', '30001', 'transient'],
    ['a handset that is off', '30003', 'transient'],
    ['a failure that the carrier cannot name', '30008', 'transient'],
    ['too many at once', '20429', 'transient'],
    ['a text that waited too long at the carrier', '30036', 'transient'],
    ['a mailbox that is full', 'mail-delayed', 'transient'],
    ['a code that nobody knows', '99999', 'transient'],
    ['our credentials refused', '20003', 'config'],
    ['our service not found', '20404', 'config'],
    ['our sender not able to send', '21606', 'config'],
    ['a trial account', '21608', 'config'],
    ['a service without senders', '21703', 'config'],
    ['our account suspended', '30002', 'config'],
    ['our number unregistered', '30034', 'config'],
    ['words that were filtered', '30007', 'content'],
    ['words that were too long', '21617', 'content'],
    ['an e-mail that was refused', 'mail-rejected', 'content'],
  ])('for %s (%s) is %s', (_what, code, errorClass) => {
    expect(classOfError(code)).toBe(errorClass);
  });

  // Enough for an evening's burst, an hour and a half for a handset to come back, one more look else.
  test.each([
    ['20429', 8, 2],
    ['30001', 8, 2],
    ['30003', 2, 45],
    ['30008', 1, 20],
    ['99999', 1, 20],
  ])('%s is tried %i times more, %i minutes apart', (code, retries, afterMinutes) => {
    expect(retryOf(code)).toEqual({ retries, afterMinutes });
  });
});

describe('a message id that somebody names', () => {
  test.each(['fu#a-follow-up~d1~1~sms', 'case#a-case~answer~1~sms'])('may be ours: %s', (id) => {
    expect(isMessageId(id)).toBe(true);
  });

  test.each(['', 'fu#', 'SM123', 'x-fu#a~d1~1~sms', 'fu#a b', 'fu#a\nb', `fu#${'a'.repeat(291)}`])(
    'is none of ours: %j',
    (id) => {
      expect(isMessageId(id)).toBe(false);
    },
  );
});
