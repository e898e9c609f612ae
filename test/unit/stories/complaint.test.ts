import { expect, test } from 'vitest';
import { receiveDeliveryStatus } from '#functions/receive-delivery-status/receive-delivery-status.ts';
import { aClosedSession, aConsent, anAddress } from '#test/builders/a-closed-session.ts';
import { aHelpline } from '#test/fakes/helpline.ts';

test('a client who marks a delivered e-mail as spam gets no other', async () => {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  const { world } = helpline;
  await helpline.close(aClosedSession({ contacts: [anAddress()], consents: [aConsent('email')] }));
  await helpline.runUntil('2026-11-24T16:00:00Z');
  const messageId = world.mailer.sent[0]?.messageId ?? '';
  await receiveDeliveryStatus(world, { messageId, status: 'delivered', at: world.now() });
  await helpline.runFor(1);
  await receiveDeliveryStatus(world, {
    messageId,
    status: 'failed',
    code: 'mail-complained',
    at: world.now(),
  });
  await helpline.runFor(45 * 24);

  expect(world.mailer.sent).toHaveLength(1);
  expect(helpline.facts('consent-revoked')).toMatchObject([{ why: 'complaint' }]);
  expect(world.contacts.all()[0]?.suppression).toMatchObject({ reason: 'complaint' });
});
