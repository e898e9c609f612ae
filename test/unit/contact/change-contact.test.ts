import { describe, expect, it } from 'vitest';
import {
  hoursThatHold,
  isOwnWord,
  lastSaidAt,
  linked,
  newContact,
  released,
  suppressed,
  unlinked,
} from '#shared/domain/contact/change-contact.ts';
import type { Contact, Suppression, SuppressionReason } from '#shared/domain/contact/contact.ts';
import { HOUR } from '#shared/domain/record.ts';
import { NOW } from '#test/builders/a-follow-up.ts';

const aContact = (different: Partial<Contact> = {}): Contact => ({
  ...newContact({ id: 'a-contact', channel: 'sms', value: '+14105550134' }),
  ...different,
});
const because = (reason: SuppressionReason, at = NOW): Suppression => ({ reason, at });
const stopped = (reason: SuppressionReason, different: Partial<Contact> = {}): Contact =>
  aContact({ suppression: because(reason), ...different });

const OWN_WORDS = [
  'opt-out-keyword',
  'opt-out-words',
  'opt-out-ambiguous',
  'opt-out-link',
  'opt-out-staff',
  'carrier-opt-out',
] as const;
const NOT_THEIR_WORD = ['complaint', 'hard-bounce', 'invalid-number', 'wrong-number', 'deceased'] as const;

describe('a number that nobody has seen before', () => {
  it('has nothing against it and nothing behind it', () => {
    expect(newContact({ id: 'a-contact', channel: 'email', value: 'maya@example.org' })).toEqual({
      id: 'a-contact',
      version: 0,
      channel: 'email',
      value: 'maya@example.org',
      zones: [],
      openFollowUps: [],
      sentToday: { day: '', messageIds: [] },
      lastAnswers: {},
    });
  });
});

describe('a session that names the number', () => {
  const found = {
    id: 'a-contact',
    channel: 'sms',
    value: '+14105550134',
    zones: ['America/Denver'],
    saidAt: NOW,
  } as const;
  const first = { followUpId: 'fu#1', clientRef: 'C-77', agencyId: 'riverbend' };
  const second = { followUpId: 'fu#2', clientRef: 'C-77', agencyId: 'riverbend' };
  const nine = [{ from: '09:00', to: '10:00' }];
  const noon = [{ from: '12:00', to: '13:00' }];

  it('sets where the client may be, and leaves the hours that it does not name', () => {
    const known = aContact({ safeHours: nine, zones: ['America/New_York'] });

    expect(linked(known, found, first)).toMatchObject({
      zones: ['America/Denver'],
      safeHours: nine,
      openFollowUps: [first],
      saidAt: NOW,
    });
    expect(linked(aContact(), found, first)).not.toHaveProperty('safeHours');
  });

  it('sets the hours that it names', () => {
    expect(linked(aContact({ safeHours: nine }), { ...found, safeHours: noon }, first).safeHours).toEqual(
      noon,
    );
  });

  it('that is told late leaves what a newer one said, and says the hours that no newer one named', () => {
    const newer = aContact({ zones: ['America/New_York'], saidAt: NOW + 1 });
    const late = { ...found, safeHours: nine };

    expect(linked({ ...newer, safeHours: noon, hoursSaidAt: NOW + 1 }, late, first)).toMatchObject({
      zones: ['America/New_York'],
      safeHours: noon,
      hoursSaidAt: NOW + 1,
      saidAt: NOW + 1,
      openFollowUps: [first],
    });
    expect(linked({ ...newer, safeHours: noon, hoursSaidAt: NOW - 1 }, late, first)).toMatchObject({
      safeHours: nine,
      hoursSaidAt: NOW,
    });
    expect(linked({ ...newer, saidAt: NOW }, late, first).zones).toEqual(['America/Denver']);
  });

  it('leaves the newest hours in whatever order three of them are told, one without hours', () => {
    const said = [
      { ...found, saidAt: NOW - 2, safeHours: nine },
      { ...found, saidAt: NOW - 1, safeHours: noon },
      found,
    ];
    const orders = [said, [said[0], said[2], said[1]], said.toReversed()];
    const left = orders.map((order) =>
      order.reduce((contact, one) => (one ? linked(contact, one, first) : contact), aContact()),
    );
    expect(left.map(({ safeHours }) => safeHours)).toEqual([noon, noon, noon]);
  });

  it('keeps to the newest hours that were named, in whatever order they are told', () => {
    expect(hoursThatHold(undefined, { saidAt: NOW })).toBeUndefined();
    expect(hoursThatHold(undefined, { saidAt: NOW, safeHours: noon })).toEqual(noon);
    expect(hoursThatHold({ safeHours: nine }, { saidAt: NOW })).toEqual(nine);
    const named = { saidAt: NOW, safeHours: noon };
    expect(hoursThatHold({ safeHours: nine, hoursSaidAt: NOW }, named)).toEqual(noon);
    expect(hoursThatHold({ safeHours: nine, hoursSaidAt: NOW + 1 }, named)).toEqual(nine);
    expect(hoursThatHold({}, named)).toEqual(noon);
  });

  it('puts its follow-up last, once', () => {
    const both = linked(linked(aContact(), found, first), found, second);

    expect(both.openFollowUps).toEqual([first, second]);
    expect(linked(both, found, first).openFollowUps).toEqual([second, first]);
  });

  it('leaves no trace when its follow-up is over, and other follow-ups stay', () => {
    const both = linked(linked(aContact(), found, first), found, second);

    expect(unlinked(both, 'fu#1').openFollowUps).toEqual([second]);
    expect(unlinked(both, 'fu#3')).toBe(both);
  });
});

describe('a stop', () => {
  it('holds since the first time it was said, and remembers the last', () => {
    const again = suppressed(stopped('opt-out-words'), because('opt-out-keyword', NOW + HOUR));

    expect(again.suppression).toEqual({ reason: 'opt-out-words', at: NOW, againAt: NOW + HOUR });
    expect(again.suppression && lastSaidAt(again.suppression)).toBe(NOW + HOUR);
    expect(lastSaidAt(because('opt-out-words'))).toBe(NOW);
  });

  it('is taken in where there was none', () => {
    expect(suppressed(aContact(), because('opt-out-link')).suppression).toEqual(because('opt-out-link'));
  });

  it('that comes twice, or late, changes nothing', () => {
    const once = stopped('opt-out-words');

    expect(suppressed(once, because('opt-out-words', NOW))).toBe(once);
    expect(suppressed(once, because('opt-out-words', NOW - HOUR))).toBe(once);
    const twice = suppressed(once, because('opt-out-words', NOW + HOUR));
    expect(suppressed(twice, because('opt-out-words', NOW + HOUR / 2))).toBe(twice);
  });

  it('from before the client took it back stops nothing when it comes late', () => {
    const back = aContact({ releasedAt: NOW });

    expect(suppressed(back, because('opt-out-words', NOW - 1))).toBe(back);
    expect(suppressed(back, because('opt-out-words', NOW)).suppression).toEqual(because('opt-out-words'));
  });
});

describe.each(NOT_THEIR_WORD)('a number stopped for %s', (reason) => {
  it('is no word of the client’s', () => {
    expect(isOwnWord(reason)).toBe(false);
  });

  it('stops also what the client took back', () => {
    const back = aContact({ releasedAt: NOW });

    expect(suppressed(back, because(reason, NOW - HOUR)).suppression).toMatchObject({ reason });
  });

  it('outweighs the client’s own stop, which keeps its date', () => {
    expect(suppressed(stopped('opt-out-words'), because(reason, NOW + HOUR)).suppression).toEqual({
      reason,
      at: NOW,
    });
  });

  it('is not weakened by a word, but knows that it was said', () => {
    expect(suppressed(stopped(reason), because('opt-out-words', NOW + HOUR)).suppression).toEqual({
      reason,
      at: NOW,
      againAt: NOW + HOUR,
    });
  });

  it('keeps its first reason', () => {
    const known = stopped(reason);

    expect(suppressed(known, because('complaint', NOW + HOUR))).toBe(known);
  });

  it('is not lifted by START', () => {
    const known = stopped(reason);

    expect(released(known, NOW + HOUR)).toBe(known);
  });
});

describe.each(OWN_WORDS)('a stop by %s', (reason) => {
  it('is the client’s own word, and theirs to take back', () => {
    expect(isOwnWord(reason)).toBe(true);
    const back = released(stopped(reason), NOW + HOUR);

    expect(back).not.toHaveProperty('suppression');
    expect(back.releasedAt).toBe(NOW + HOUR);
  });
});

describe('a START', () => {
  it('from before the stop lifts nothing, whenever it comes', () => {
    const known = stopped('opt-out-words');

    expect(released(known, NOW - 1)).toBe(known);
    expect(released(known, NOW)).not.toHaveProperty('suppression');
  });

  it('from before the stop was said again lifts nothing', () => {
    const again = suppressed(stopped('opt-out-words'), because('opt-out-words', NOW + HOUR));

    expect(released(again, NOW + HOUR - 1)).toBe(again);
    expect(released(again, NOW + HOUR)).toMatchObject({ releasedAt: NOW + HOUR });
  });

  it('from somebody who never stopped changes nothing', () => {
    const free = aContact();

    expect(released(free, NOW)).toBe(free);
  });

  it('does not forget a later one that came first', () => {
    expect(released(stopped('opt-out-words', { releasedAt: NOW + 2 * HOUR }), NOW + HOUR).releasedAt).toBe(
      NOW + 2 * HOUR,
    );
  });
});
