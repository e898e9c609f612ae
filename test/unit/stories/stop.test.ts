import { describe, expect, test } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

const PHONE = '+14105550134';

async function textedOnce(programme = aProgramme()): Promise<Helpline> {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z', programme });
  await helpline.close(aClosedSession());
  await helpline.runUntil('2026-11-24T15:00:00Z');
  return helpline;
}

describe('a client who texts STOP', () => {
  test('gets nothing more on any channel, and a person follows up at moderate tier', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'STOP');
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(helpline.world.mailer.sent).toHaveLength(0);
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'opted-out', kind: 'task' }]);
    expect(helpline.facts('consent-revoked')).toHaveLength(1);
    expect(helpline.facts('check-in-answered')).toHaveLength(0);
    expect(helpline.facts('check-in-cancelled')).toHaveLength(3);
  });

  test('gets one confirmation from us where the carrier sends none', async () => {
    const helpline = await textedOnce(aProgramme({ optOut: 'self' }));
    await helpline.text(PHONE, 'STOP');
    await helpline.text(PHONE, 'stop');
    await helpline.runFor(24);

    expect(helpline.world.carrier.sent).toHaveLength(2);
    expect(helpline.world.carrier.sent[1]?.body).toContain('START');
  });

  test('gets our confirmation for words that the carrier does not know', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'please stop texting me');

    expect(helpline.world.carrier.sent).toHaveLength(2);
  });

  test('is held for a person when nobody can know what they meant', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'stop i cant do this');
    await helpline.runFor(45 * 24);

    // Urgent words may have one safety answer; nothing else goes to somebody who said stop.
    const afterwards = helpline.world.carrier.sent.slice(1).map(({ messageId }) => messageId);
    expect(afterwards.every((id) => id.startsWith('case#in.'))).toBe(true);
    expect(afterwards.length).toBeLessThanOrEqual(1);
    expect(helpline.facts('follow-up-held')).toMatchObject([{ why: 'ambiguous-opt-out' }]);
    expect(helpline.facts('check-in-cancelled').every(({ why }) => why === 'held')).toBe(true);
    expect(helpline.world.cases.all().length).toBeGreaterThan(0);
  });

  test('between the claim and the hand-over is still heard: nothing goes out', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
    await helpline.close(aClosedSession());
    const contactId = await helpline.world.contacts.idOf('sms', PHONE);
    await helpline.world.contacts.suppressKnown(contactId, {
      reason: 'opt-out-words',
      at: helpline.world.now(),
    });
    await helpline.runFor(24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.facts('check-in-cancelled')[0]).toMatchObject({ why: 'opted-out' });
  });

  test('who texts START again gets only the steps that still lie ahead', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'STOP');
    await helpline.runFor(24);
    await helpline.text(PHONE, 'START');
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent.length).toBeGreaterThan(1);
    const afterStart = helpline
      .facts('check-in-sent')
      .slice(1)
      .map(({ detail }) => detail?.['checkIn']);
    expect(afterStart.every((id) => String(id).endsWith('r'))).toBe(true);
  });

  test('who says YES has not opted in again', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'STOP');
    await helpline.text(PHONE, 'yes');
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(1);
  });
});

describe('an unknown phone', () => {
  test('gets one safe answer a day that says nothing of anybody, and a person reads it', async () => {
    const helpline = aHelpline({ now: '2026-11-24T15:00:00Z' });
    await helpline.text('+14105550188', 'who is this');
    await helpline.text('+14105550188', 'hello?');

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(helpline.world.cases.all()).toHaveLength(2);
  });
});

async function stoppedWhileSending(body: string): Promise<Helpline> {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  await helpline.close(aClosedSession());
  // The contact is suppressed before the carrier has its answer; the follow-up hears of it after the sender was refused.
  const { queues } = helpline.world;
  const toFollowUp = queues.toFollowUp.bind(queues);
  const late: (() => Promise<void>)[] = [];
  queues.toFollowUp = async (id, input) => {
    if (input.kind === 'reply') late.push(() => toFollowUp(id, input));
    else await toFollowUp(id, input);
  };
  await helpline.text(PHONE, body);
  await helpline.runUntil('2026-11-24T15:00:00Z');
  await Promise.all(late.map((tell) => tell()));
  await helpline.runFor(45 * 24);
  return helpline;
}

describe('a STOP that races a send', () => {
  test('ends the whole plan, on every channel, and a person follows up', async () => {
    const helpline = await stoppedWhileSending('STOP');

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.mailer.sent).toHaveLength(0);
    expect(helpline.world.followUps.all()[0]?.checkIns).toEqual([]);
    expect(helpline.world.cases.all().map(({ reason }) => reason)).toEqual(['opted-out']);
    expect(helpline.facts('consent-revoked')).toHaveLength(1);
  });

  test('holds the plan for a person when nobody can know what they meant', async () => {
    const helpline = await stoppedWhileSending('STOP please I moved');

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.mailer.sent).toHaveLength(0);
    expect(helpline.facts('follow-up-held')).toHaveLength(1);
    expect(helpline.world.cases.all().map(({ reason }) => reason)).toContain('opted-out');
  });
});

describe('words on consent that come out of order', () => {
  test('a consent given before the latest STOP does not bring the texts back', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'STOP');
    await helpline.runFor(48);
    // The session ends with a consent at 15:30; its event comes after the client said STOP once more at 16:00.
    await helpline.runUntil('2026-11-26T16:00:00Z');
    await helpline.text(PHONE, 'STOP');
    await helpline.close(
      aClosedSession({
        id: 'evt-0002',
        sessionId: 'S-1043',
        closedAt: '2026-11-26T15:40:00Z',
        contacts: [aPhone({ confirmedAt: '2026-11-26T15:30:00Z' })],
        consents: [aConsent('sms', { givenAt: '2026-11-26T15:30:00Z' })],
      }),
    );
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(helpline.facts('follow-up-declined')).toHaveLength(1);
  });
});

describe('a closing from before a STOP that is told only after it', () => {
  const told = async (sessionId: string, different: Record<string, unknown> = {}) => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'STOP');
    await helpline.runFor(1);
    const closedAt = '2026-11-24T13:00:00Z';
    await helpline.close(aClosedSession({ id: 'evt-late', sessionId, closedAt, ...different }));
    await helpline.runFor(45 * 24);
    return helpline.world.mailer.sent;
  };

  test('of the same session does not go on by e-mail', async () => {
    expect(await told('S-1042')).toEqual([]);
  });

  test('of another session of the same client does not go on by e-mail', async () => {
    expect(await told('S-1043')).toEqual([]);
  });

  test.each(['S-1042', 'S-1043'])(
    'of %s does not go on by e-mail either where nobody can know what they meant',
    async (sessionId) => {
      const helpline = await textedOnce();
      await helpline.text(PHONE, 'stop i cant do this');
      await helpline.runFor(1);
      await helpline.close(aClosedSession({ id: 'evt-late', sessionId, closedAt: '2026-11-24T13:00:00Z' }));
      await helpline.runFor(45 * 24);

      expect(helpline.world.mailer.sent).toEqual([]);
    },
  );

  test('goes on by e-mail where they agreed to it after the STOP', async () => {
    const fresh = [aConsent('email', { givenAt: '2026-11-24T15:30:00Z' })];
    expect(await told('S-1042', { consents: fresh })).not.toEqual([]);
  });

  test('is another matter when they spoke with somebody again since', async () => {
    expect(await told('S-1043', { closedAt: '2026-11-24T15:30:00Z' })).not.toEqual([]);
  });
});
