import { expect, test } from 'vitest';
import { aClosedSession, anAddress, aPhone } from '#test/builders/a-closed-session.ts';
import { aHelpline } from '#test/fakes/helpline.ts';

const GIVEN_LATER = {
  version: 1,
  agencyId: 'riverbend',
  sessionId: 'S-1042',
  at: '2026-11-23T18:50:00Z',
};

test('a telephone given later says where a client is of whom nothing was known but an address', async () => {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  const closed = aClosedSession({ client: { ref: 'C-77', language: 'en' }, contacts: [anAddress()] });
  await helpline.close(closed);
  await helpline.close({
    ...GIVEN_LATER,
    type: 'handrail.contact-changed',
    id: 'evt-changed',
    contacts: [aPhone({ value: '+16505550149' })],
    consents: closed['consents'],
  });
  await helpline.runFor(48);

  const [first] = helpline.world.carrier.sent;
  expect(first?.to).toBe('+16505550149');
  // The area code is Californian: nine o'clock there is noon on the agency's own clock.
  expect(first?.at).toBeGreaterThanOrEqual(Date.parse('2026-11-24T17:00:00Z'));
});
