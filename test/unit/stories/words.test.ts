import { describe, expect, test } from 'vitest';
import { aClosedSession } from '#test/builders/a-closed-session.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

const PHONE = '+14105550134';

async function textedOnce(): Promise<Helpline> {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  await helpline.close(aClosedSession());
  await helpline.runUntil('2026-11-24T15:00:00Z');
  return helpline;
}

const lastText = (helpline: Helpline) => helpline.world.carrier.sent.at(-1)?.body ?? '';

describe('words that worry us', () => {
  test('page a person in the middle of the night, and the client hears the truth: that somebody is being paged', async () => {
    const helpline = await textedOnce();
    await helpline.runUntil('2026-11-25T08:00:00Z');
    await helpline.text(PHONE, 'i want to die tonight');

    expect(helpline.world.alerts.steps.at(-1)).toMatchObject({ step: 0, priority: 'urgent' });
    expect(lastText(helpline)).toContain('988');
    expect(lastText(helpline)).toContain('paging');
  });

  test('are answered once, and after the whole ladder the client hears that nobody is there yet', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'i want to die tonight');
    await helpline.runFor(2);

    expect(helpline.world.carrier.sent).toHaveLength(2);
    expect(helpline.world.alerts.operators).toHaveLength(1);
  });

  test('when no page can be handed over do not promise one', async () => {
    const helpline = await textedOnce();
    helpline.world.alerts.failNext(100);
    await helpline.text(PHONE, 'i want to die tonight');
    await helpline.runFor(1);

    expect(helpline.world.carrier.sent.slice(1).some(({ body }) => body.includes('paging'))).toBe(false);
  });

  test('of an overdose are answered with 911 first', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'i took all my pills');

    expect(lastText(helpline).indexOf('911')).toBeGreaterThan(-1);
    expect(lastText(helpline)).toContain('1-800-222-1222');
  });

  test('hidden behind a menu number are read as words', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, '1 but honestly i want to die');

    expect(helpline.world.cases.all().some(({ reason }) => reason === 'urgent-words')).toBe(true);
  });
});

describe('a wish for a call', () => {
  test.each([
    // In New York, on a staffed day, after hours, and before a weekend.
    ['2026-11-24T15:00:00Z', 'today', '2026-11-24T21:00:00.000Z'],
    ['2026-11-24T22:30:00Z', 'tomorrow', '2026-11-25T21:00:00.000Z'],
    ['2026-11-27T22:30:00Z', 'on Monday', '2026-11-30T21:00:00.000Z'],
  ])('written at %s is promised for %s and due then', async (at, promised, due) => {
    const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
    await helpline.close(aClosedSession());
    await helpline.runUntil(at);
    await helpline.text(PHONE, '3');
    const call = helpline.world.cases.all().find(({ reason }) => reason === 'asked-for-call');

    expect(lastText(helpline)).toContain(`will call you ${promised}`);
    expect(new Date(call?.dueAt ?? 0).toISOString()).toBe(due);
  });
});

describe('every word', () => {
  test.each([
    ['2', 'reply-to-read'],
    ['3', 'asked-for-call'],
    ['my dog is better today', 'reply-to-read'],
    ['everything is hopeless', 'distress-words'],
    ['', 'reply-to-read'],
  ])('%j stands in a person’s queue: %s', async (body, reason) => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, body);

    expect(helpline.world.cases.all().map((one) => one.reason)).toContain(reason);
  });

  test('but a bare doing-ok is read by nobody else', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, '1');

    expect(helpline.world.cases.all()).toHaveLength(0);
    expect(helpline.facts('check-in-answered')).toMatchObject([
      { detail: { meaning: 'ok', withinHours: 24 } },
    ]);
  });

  test('that comes twice is handled once', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, '2', 'SM11111111111111111111111111111111');
    await helpline.text(PHONE, '2', 'SM11111111111111111111111111111111');

    expect(helpline.facts('text-received')).toHaveLength(1);
    expect(helpline.world.carrier.sent).toHaveLength(2);
  });

  test('of a wrong number stops everything, and the name is forgotten', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'wrong number');
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(helpline.world.followUps.all()[0]?.name).toBeUndefined();
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'wrong-number' }]);
  });

  test('is kept out of facts, alerts and queues', async () => {
    const helpline = await textedOnce();
    await helpline.text(PHONE, 'my marker zebra4711 hopeless');
    const outside = JSON.stringify([
      helpline.world.facts.all(),
      helpline.world.alerts,
      helpline.world.events.published,
    ]);

    expect(outside).not.toContain('zebra4711');
    expect(outside).not.toContain(PHONE);
    expect(outside).not.toContain('Maya');
  });
});

const WORDS = 'please stop texting me, my husband found out';
const tasksAfter = async (body: string, tier: 'low' | 'moderate') => {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  await helpline.close(aClosedSession({ risk: { tier, source: 'cssrs' } }));
  await helpline.runUntil('2026-11-25T15:00:00Z');
  const before = helpline.world.cases.all().length;
  await helpline.text('+14105550134', body);
  return helpline.world.cases
    .all()
    .slice(before)
    .map(({ reason, subject }) => ({ reason, shown: subject.inboundId !== undefined }));
};

describe('words beside a stop', () => {
  test('are read by a person also at low tier, where a bare STOP asks for nobody', async () => {
    expect(await tasksAfter(WORDS, 'low')).toEqual([{ reason: 'reply-to-read', shown: true }]);
    expect(await tasksAfter('STOP', 'low')).toEqual([]);
  });

  test('stand on the task that the stop opens at moderate tier', async () => {
    expect(await tasksAfter(WORDS, 'moderate')).toEqual([{ reason: 'opted-out', shown: true }]);
  });

  test('have their own task when they tell of distress', async () => {
    const tasks = await tasksAfter('no mas mensajes por favor estoy mal', 'moderate');
    expect(tasks).toContainEqual({ reason: 'distress-words', shown: true });
  });

  test('are read also when nobody knows the number', async () => {
    const helpline = aHelpline({ now: '2026-11-24T15:00:00Z' });
    await helpline.text('+14105550188', WORDS);
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'unknown-sender' }]);
    expect(helpline.world.carrier.sent).toHaveLength(0);
  });
});
