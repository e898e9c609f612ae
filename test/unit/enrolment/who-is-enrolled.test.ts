import { describe, expect, it } from 'vitest';
import { whyOthersEnd } from '#shared/domain/enrolment/decide-enrolment.ts';
import { DAY, MINUTE } from '#shared/domain/record.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aMailbox, aPhone, CLOSED, decided } from './a-session.ts';

const declined = (reason: string, because: string[] = []) => ({ kind: 'decline', reason, because });
const reachOf = (...args: Parameters<typeof decided>) => {
  const decision = decided(...args);
  return decision.kind === 'start' ? decision.reach : undefined;
};

describe('nobody is followed up by machine', () => {
  it('whose risk is imminent, whatever else the session says', () => {
    expect(decided({ tier: 'imminent', flags: ['do-not-contact'] })).toEqual(declined('imminent'));
  });

  it('who is not to be contacted, or did not want it', () => {
    expect(decided({ flags: ['do-not-contact'] })).toEqual(declined('do-not-contact'));
    expect(decided({ offer: 'declined' })).toEqual(declined('client-declined'));
  });

  it('who is said to have died', () => {
    expect(decided({ saidToHaveDied: true, flags: ['do-not-contact'] })).toEqual(
      declined('said-to-have-died'),
    );
  });

  it('in a language that there are no texts in; only the language itself is recorded', () => {
    expect(decided({ language: 'VI-x-hmong-dialect' })).toEqual(declined('no-catalogue', ['vi']));
  });

  it('who left no contact', () => {
    expect(decided({ contacts: [] })).toEqual(declined('unreachable'));
  });

  it('whose phone is shared, each reason named once', () => {
    const contacts = [aPhone({ shared: true, hasAgreedWords: true })];

    expect(decided({ flags: ['shared-phone'] })).toEqual(declined('needs-contact-profile', ['shared-phone']));
    expect(decided({ contacts })).toEqual(
      declined('needs-contact-profile', ['shared-phone', 'agreed-words']),
    );
    expect(decided({ contacts, flags: ['shared-phone', 'ipv'] })).toEqual(
      declined('needs-contact-profile', ['ipv', 'shared-phone', 'agreed-words']),
    );
  });

  it('who turns eighteen after this year, without permission', () => {
    expect(decided({ birthYear: 2009 })).toEqual(declined('minor-without-permission'));
    expect(decided({ birthYear: 2009, permissionGiven: true }).kind).toBe('start');
    expect(decided({ birthYear: 2008 }).kind).toBe('start');
    expect(decided({ birthYear: 1980 }).kind).toBe('start');
  });
});

describe('a newer session that declines', () => {
  it.each([
    ['imminent', { tier: 'imminent' }],
    ['do-not-contact', { flags: ['do-not-contact'] }],
    ['client-declined', { offer: 'declined' }],
    ['needs-contact-profile', { flags: ['ipv'] }],
    ['minor-without-permission', { flags: ['minor'] }],
    ['contact-unsafe', { contacts: [aPhone({ safety: 'unsafe' })] }],
    ['contact-safety-unknown', { contacts: [aPhone({ safety: 'unknown' })] }],
  ] as const)('for %s ends the earlier plans too', (reason, session) => {
    expect(whyOthersEnd(decided(session))).toBe(reason);
  });

  it('for a contact that nobody may use beside one that is unsafe ends them for the unsafe one', () => {
    const contacts = [aPhone({ suppressed: true }), aMailbox({ safety: 'unsafe' })];

    expect(whyOthersEnd(decided({ contacts }))).toBe('contact-unsafe');
  });

  it.each([
    ['not being offered again', { offer: 'not-offered' }],
    ['a language without texts', { language: 'vi' }],
    ['an earlier stop', { contacts: [aPhone({ suppressed: true })] }],
  ] as const)('for %s leaves the earlier plans', (_why, session) => {
    expect(whyOthersEnd(decided(session))).toBeUndefined();
  });

  it('for nothing leaves them, because it starts', () => {
    expect(whyOthersEnd(decided())).toBeUndefined();
  });
});

describe('a client is reached', () => {
  it('by every contact that may be used, in the hours that each was given', () => {
    const safeHours = [{ from: '18:00', to: '20:00' }];

    expect(reachOf({ contacts: [aPhone({ safeHours }), aMailbox()] })).toStrictEqual({
      sms: { contactId: 'a-contact', safeHours, discreet: false },
      email: { contactId: 'a-mailbox', discreet: false },
    });
  });

  it('by the phone alone where the agency sends no e-mail', () => {
    const noMail = { ...aProgramme(), email: false };

    expect(reachOf({ contacts: [aPhone(), aMailbox()] }, noMail)).toHaveProperty('sms');
    expect(reachOf({ contacts: [aPhone(), aMailbox()] }, noMail)).not.toHaveProperty('email');
    expect(decided({ contacts: [aMailbox()] }, noMail)).toEqual(declined('email-is-off', ['email-is-off']));
  });

  it('by the first of two phones', () => {
    const contacts = [aPhone(), aPhone({ contactId: 'another-contact' })];

    expect(reachOf({ contacts })?.sms?.contactId).toBe('a-contact');
  });

  it('and every contact that may not be used is named with why', () => {
    const contacts = [aPhone({ usedByAnother: true }), aMailbox({ suppressed: true })];

    expect(decided({ contacts })).toEqual(
      declined('used-by-another-client', ['used-by-another-client', 'opted-out-before']),
    );
  });

  it('discreetly where nobody confirmed the number in the last 45 days', () => {
    const discreet = (confirmedAt?: number) => {
      const { confirmedAt: _fresh, ...phone } = aPhone();
      return reachOf({ contacts: [{ ...phone, ...(confirmedAt !== undefined && { confirmedAt }) }] })?.sms
        ?.discreet;
    };

    expect(discreet(CLOSED - 45 * DAY)).toBe(false);
    expect(discreet(CLOSED - 45 * DAY - MINUTE)).toBe(true);
    expect(discreet()).toBe(true);
  });
});

describe('a tier', () => {
  it('is the highest that any open follow-up of the client has', () => {
    expect(decided({ tier: 'low', highestOpenTier: 'high' })).toMatchObject({ tier: 'high' });
    expect(decided({ tier: 'high', highestOpenTier: 'moderate' })).toMatchObject({ tier: 'high' });
    expect(decided({ tier: 'moderate' })).toMatchObject({ tier: 'moderate' });
  });
});
