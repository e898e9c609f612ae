import { describe, expect, it } from 'vitest';
import { contactIds, normalise } from '#shared/adapters/contact-ids.ts';
import { dueTextId, textOfDueId } from '#shared/adapters/dynamo/contact-keys.ts';

describe('the id of a number or address', () => {
  it('needs the pepper', async () => {
    const [one, two] = await Promise.all(
      ['one', 'two'].map((pepper) => contactIds(() => Promise.resolve(pepper))('sms', '+14105550134')),
    );
    expect(one).not.toBe(two);
    expect(one).not.toContain('555');
  });

  it.each([
    ['sms', '+1 (410) 555-0134', '+14105550134'],
    ['sms', '24365', '24365'],
    ['email', ' Maya@Example.org', 'maya@example.org'],
  ] as const)('is the same for %s %j as for %j', (channel, value, normal) => {
    expect(normalise(channel, value)).toBe(normal);
  });

  it.each(['4105550134', 'Maya', '', '+1410555013412345678'])(
    'is none for %j, and the error does not say it',
    (value) => {
      expect(() => normalise('sms', value)).toThrow('expected a phone number in E.164 form or a short code');
    },
  );

  it('leads from what is due back to the text', () => {
    expect(textOfDueId(dueTextId('c-1_x', 'SM1'))).toEqual({ contactId: 'c-1_x', id: 'SM1' });
    expect(textOfDueId('fu#1')).toBeUndefined();
  });
});
