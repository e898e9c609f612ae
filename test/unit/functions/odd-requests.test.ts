import { describe, expect, test } from 'vitest';
import { receiveDeliveryStatus } from '#functions/receive-delivery-status/receive-delivery-status.ts';
import { receiveSessionClosed } from '#functions/receive-session-closed/receive-session-closed.ts';
import { receiveText } from '#functions/receive-text/receive-text.ts';
import { senderId, storeText } from '#shared/apply/store-text.ts';
import { incomingText } from '#shared/adapters/twilio/incoming-text.ts';
import { isMessageId } from '#shared/domain/sending/message.ts';
import { aClosedSession } from '#test/builders/a-closed-session.ts';
import { aWorld } from '#test/fakes/fake-world.ts';

const SID = `SM${'a'.repeat(32)}`;
const textIn = (form: Record<string, string>) =>
  incomingText({ MessageSid: SID, From: '+14105550134', ...form }, 0);

describe('a text', () => {
  test('from a sender with a name in place of a number reaches a person like any other', async () => {
    const world = aWorld();
    const incoming = textIn({ From: 'RIVERBANK', Body: 'your code is 1234' });
    expect(incoming && (await receiveText(world, incoming))).toBe('text-unknown-sender');
    expect(world.contacts.texts()).toMatchObject([{ body: 'your code is 1234' }]);
    expect(world.cases.all()).toMatchObject([{ reason: 'unknown-sender' }]);
  });

  test('whose taker died, or is at it still, stops texts at once when the carrier brings it again', async () => {
    const world = aWorld();
    const incoming = textIn({ Body: 'please stop texting me' });
    if (!incoming) throw new Error('not a text');
    await storeText(world, incoming);
    await receiveText(world, incoming);
    const sender = await world.contacts.get(await senderId(world.contacts, incoming.from));
    expect(sender?.suppression).toMatchObject({ reason: 'opt-out-words', at: incoming.at });
    expect(await receiveText(world, incoming)).toBe('known');
  });

  test.each([
    ['2', 2],
    ['', 0],
    ['Infinity', 0],
    ['-1', 0],
    ['1e9', 0],
  ])('with %j pictures has %i', (NumMedia, media) => {
    expect(textIn({ NumMedia })?.media).toBe(media);
  });

  test('is kept as far as any text can be long', () => {
    const long = textIn({ Body: 'x'.repeat(500_000), From: 'y'.repeat(5_000), To: 'z'.repeat(5_000) });
    expect([long?.body.length, long?.from.length, long?.to.length]).toEqual([10_000, 100, 100]);
  });
});

describe('a receipt', () => {
  test.each([`fu#${'x'.repeat(3_000)}`, '~', '', 'fu#', 'fu#a\uFFFE', 'contact#1~d1~1~sms'])(
    'for what no message is called changes nothing: %#',
    async (messageId) => {
      const world = aWorld();
      const receipt = { messageId, status: 'delivered', at: 0 } as const;
      expect(await receiveDeliveryStatus(world, receipt)).toBe('nothing-waits-for-it');
    },
  );

  test('may be for any message of a follow-up or a case', () => {
    expect(['fu#pY3kq0cVbq1mJr8T2wXz9A~d1~1~sms', `case#in.${SID}~answer~1~sms`].map(isMessageId)).toEqual([
      true,
      true,
    ]);
  });
});

async function receive(event: object) {
  const world = aWorld();
  const rawBody = JSON.stringify(event);
  return { world, outcome: await receiveSessionClosed({ ...world, isSigned }, { rawBody, signature: '' }) };
}

const isSigned = () => Promise.resolve(true);

describe('an event', () => {
  test('that is larger than a store holds is parked in part, and refused in words', async () => {
    const { world, outcome } = await receive({ ...aClosedSession(), notes: 'é'.repeat(130_000) });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: [{ path: '', problem: 'is larger than 256000 bytes' }],
    });
    expect(world.inbox.all()).toMatchObject([{ state: 'parked', raw: expect.stringContaining('S-1042') }]);
    expect(world.inbox.all()[0]?.raw.length).toBe(50_000);
    expect(world.queues.inbox).toEqual([]);
  });

  test('just as large as that is taken', async () => {
    const { outcome } = await receive({ ...aClosedSession(), notes: 'é'.repeat(127_000) });
    expect(outcome.kind).toBe('accepted');
  });

  test('that is wrong all over is refused with a list that somebody can read', async () => {
    const { outcome } = await receive({
      ...aClosedSession(),
      flags: Array.from({ length: 5_000 }, () => 'x'),
    });
    expect(outcome.kind === 'invalid' && outcome.problems.length).toBe(100);
  });
});
