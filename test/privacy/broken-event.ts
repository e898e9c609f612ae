import type { MarkedClient } from './marked-client.ts';

/** Every personal field is of the wrong kind, in the wrong place or too long, so that a problem could quote each. */
export function aBrokenEvent(client: MarkedClient | undefined): Record<string, unknown> {
  const closed = client?.closed() ?? {};
  const { phone = '', email = '', markers = [] } = client ?? {};
  const name = markers.find(({ field }) => field.startsWith('preferredName'))?.value ?? '';
  const safeHours = { from: name, to: phone, [email]: phone, [name]: name };
  const words = name.repeat(30);
  return {
    ...closed,
    agencyId: `${name} ${phone}`,
    closedAt: phone,
    client: {
      ref: words,
      preferredName: words,
      language: phone,
      timeZone: email,
      zip: phone,
      birthYear: phone,
    },
    contacts: [
      { channel: 'sms', value: email, safety: name, safeHours, alias: words, [phone]: phone },
      { channel: phone, value: phone },
      { channel: 'email', value: phone, safeHours: [safeHours], confirmedAt: name },
    ],
    consents: [{ channel: name, purpose: words, givenAt: phone, method: email, wordingVersion: name }],
    risk: { tier: name, source: words },
    needs: [name, email],
    flags: [phone],
    ifQuiet: { supportPerson: { name: words, phone: email } },
    plan: { coping: words },
  };
}
