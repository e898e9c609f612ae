import { expect, test } from 'vitest';
import { handOver } from '#functions/send-message/hand-over.ts';
import { HOUR } from '#shared/domain/record.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import { NOW } from '#test/builders/a-follow-up.ts';
import { aWorld } from '#test/fakes/fake-world.ts';

test('a text planned for the whole day is valid only while the contact’s own hours last', async () => {
  const world = aWorld({ now: NOW });
  const contactId = await world.contacts.idOf('sms', '+14105550134');
  await world.contacts.link(
    {
      id: contactId,
      channel: 'sms',
      value: '+14105550134',
      zones: ['America/New_York'],
      safeHours: [{ from: '09:00', to: '10:30' }],
      saidAt: NOW,
    },
    { followUpId: 'fu#a-follow-up', clientRef: 'C-77', agencyId: 'riverbend' },
  );
  const message: Message = {
    id: 'fu#a-follow-up~d1~1~sms',
    state: 'claimed',
    channel: 'sms',
    contactId,
    template: 'check',
    lane: 'routine',
    attempt: 1,
    notAfter: NOW + 4 * HOUR,
    tries: 1,
  };
  const deps = { ...world, writeEmail: () => Promise.reject(new Error('no e-mail is written for a text')) };
  const text = { channel: 'sms', text: 'How is today?', segments: 1, catalogueVersion: 'test' } as const;

  expect(await handOver(deps, message, text)).toMatchObject({ kind: 'accepted' });
  // It is 10:00 in New York.
  expect(world.carrier.sent[0]?.validForSeconds).toBe(30 * 60);
});
