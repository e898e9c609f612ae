import { describe, expect, test } from 'vitest';
import { aClosedSession, anAddress, aPhone } from '#test/builders/a-closed-session.ts';
import { aHelpline } from '#test/fakes/helpline.ts';

const AGREED = [
  ['a duress word', { duressWord: 'umbrella' }],
  ['a code phrase', { codePhrase: 'how is the garden' }],
  ['a name to use instead of the agency’s', { alias: 'Aunt Sam' }],
] as const;

describe('a client with whom words were agreed', () => {
  test.each(AGREED)('is followed up by a person, because no machine keeps to %s', async (_what, words) => {
    const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
    await helpline.close(
      aClosedSession({ contacts: [aPhone(words), anAddress()], risk: { tier: 'low', source: 'cssrs' } }),
    );
    await helpline.runFor(45 * 24);

    expect(helpline.facts('follow-up-declined')).toMatchObject([
      { why: 'needs-contact-profile', detail: { because: 'agreed-words' } },
    ]);
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'declined' }]);
    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.mailer.sent).toHaveLength(0);
  });
});

describe('a new number that the agency gives later', () => {
  test.each([...AGREED, ['a note that others use it', { shared: true }] as const])(
    'is not texted when it comes with %s: staff call instead',
    async (_what, careful) => {
      const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
      await helpline.close(aClosedSession({ contacts: [aPhone()] }));
      await helpline.close({
        type: 'handrail.contact-changed',
        version: 1,
        id: 'evt-changed',
        agencyId: 'riverbend',
        sessionId: 'S-1042',
        at: '2026-11-23T18:50:00Z',
        contacts: [aPhone({ value: '+14105550177', ...careful })],
        consents: aClosedSession()['consents'],
      });
      await helpline.runFor(48);

      expect(helpline.world.carrier.sent.map(({ to }) => to)).not.toContain('+14105550177');
      expect(helpline.world.cases.all()).toMatchObject([
        { reason: 'not-sent', because: ['no-usable-channel'] },
      ]);
    },
  );
});
