import { describe, expect, test } from 'vitest';
import { receiveSessionClosed } from '#functions/receive-session-closed/receive-session-closed.ts';
import { aClosedSession } from '#test/builders/a-closed-session.ts';
import { aHelpline } from '#test/fakes/helpline.ts';

const NOW = '2026-11-23T18:40:00Z';
const DAY = 24 * 3_600_000;
const closing = (at: number) => aClosedSession({ closedAt: new Date(at).toISOString() });

describe('a session that an agency’s clock dates', () => {
  test('into next year is refused by its field, and does not wait a year in silence', async () => {
    const helpline = aHelpline({ now: NOW });
    const answer = await receiveSessionClosed(
      { ...helpline.world, isSigned: () => Promise.resolve(true) },
      { rawBody: JSON.stringify(closing(Date.parse(NOW) + 365 * DAY)), signature: '' },
    );

    expect(answer).toMatchObject({ kind: 'invalid', problems: [{ path: 'closedAt' }] });
    expect(helpline.world.inbox.all()).toMatchObject([{ state: 'parked' }]);
  });

  test('a day ahead, or less, is followed up', async () => {
    const helpline = aHelpline({ now: NOW });

    expect(await helpline.close(closing(Date.parse(NOW) + DAY + 1))).toBe('invalid');
    expect(await helpline.close(closing(Date.parse(NOW) + DAY))).toBe('accepted');
    expect(helpline.facts('follow-up-started')).toHaveLength(1);
  });

  test('long ago is not texted about, and a person calls', async () => {
    const helpline = aHelpline({ now: NOW });
    await helpline.close(closing(Date.parse(NOW) - 365 * DAY));
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'not-sent', because: ['too-late'] }]);
  });
});

test('a hold that is dated into the future is refused, because nothing could lift it', async () => {
  const helpline = aHelpline({ now: NOW });
  await helpline.close(aClosedSession());
  const answer = await helpline.close({
    type: 'handrail.client-held',
    version: 1,
    id: 'evt-held',
    agencyId: 'riverbend',
    sessionId: 'S-1042',
    at: '2027-11-23T18:50:00Z',
    why: 'admission',
  });

  expect(answer).toBe('invalid');
  expect(helpline.world.followUps.all()[0]?.status).toBe('open');
});
