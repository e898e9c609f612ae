import { describe, expect, test } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

const highTier = { risk: { tier: 'high', safetyPlan: 'complete', meansSafetyDiscussed: true } };
const textOnly = { contacts: [aPhone()], consents: [aConsent('sms')] };
const PHONE = '+14105550134';

async function closedAt(closing: string, different: Record<string, unknown> = {}): Promise<Helpline> {
  const helpline = aHelpline({ now: closing });
  await helpline.close(aClosedSession({ closedAt: closing, ...different }));
  return helpline;
}

const sentAt = (helpline: Helpline) =>
  helpline.world.carrier.sent.map(({ at }) => new Date(at).toISOString());
const missedCase = (helpline: Helpline) =>
  helpline.world.cases.all().find(({ reason }) => reason === 'missed-check-in');

describe('a client who goes quiet', () => {
  test('is texted twice, then a named person is alerted, within 36 h at high tier', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...highTier, ...textOnly });
    await helpline.runFor(36);

    expect(sentAt(helpline)).toHaveLength(2);
    expect(helpline.facts('check-in-missed')).toHaveLength(1);
    expect(helpline.world.alerts.steps[0]).toMatchObject({ step: 0, priority: 'urgent' });
    expect(Date.parse(helpline.facts('escalation-raised')[0]?.at ?? '')).toBeLessThanOrEqual(
      Date.parse('2026-11-25T06:40:00Z'),
    );
  });

  test('gets the second attempt by e-mail where they agreed to it', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', highTier);
    await helpline.runFor(30);

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(helpline.world.mailer.sent).toHaveLength(1);
  });

  test('at low tier stands on the weekly list instead of paging anybody', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...textOnly, risk: { tier: 'low' } });
    await helpline.runFor(4 * 24);

    expect(missedCase(helpline)).toMatchObject({ kind: 'task', priority: 'routine' });
    expect(helpline.world.alerts.steps).toHaveLength(0);
  });

  test('pages nobody between 21:00 and 08:00, and somebody at 08:00', async () => {
    // The last attempt at 18:40 leaves its answer time at 22:40 in New York.
    const helpline = await closedAt('2026-11-24T04:30:00Z', { ...highTier, ...textOnly });
    await helpline.runFor(48);

    const raised = missedCase(helpline);
    expect(raised).toBeDefined();
    const hours = helpline
      .facts('staff-alerted')
      .map(({ at }) =>
        Number(
          new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'America/New_York' }).format(
            new Date(at),
          ),
        ),
      );
    expect(hours.every((hour) => hour >= 8 && hour < 21)).toBe(true);
  });

  test('climbs to the next person when the first does not acknowledge, and then the alarm repeats daily', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...highTier, ...textOnly });
    await helpline.runFor(28);
    const [first] = helpline.world.alerts.steps;
    await helpline.runFor(24 * 2);

    expect(first?.step).toBe(0);
    expect(helpline.facts('escalation-climbed').length).toBeGreaterThan(0);
    expect(helpline.facts('escalation-unanswered').length).toBeGreaterThanOrEqual(2);
    expect(helpline.world.alerts.operators.length).toBeGreaterThanOrEqual(2);
  });

  test('is alarmed about at the same time every day', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...highTier, ...textOnly });
    await helpline.runFor(4 * 24);
    const alarms = helpline
      .facts('escalation-unanswered')
      .filter(({ detail }) => detail?.['case'] === missedCase(helpline)?.id)
      .map(({ at }) => at.slice(11, 16));

    expect(alarms.length).toBeGreaterThanOrEqual(3);
    expect(new Set(alarms).size).toBe(1);
  });

  test('is nobody’s alarm any more once somebody acknowledged, but the case stays open for its outcome', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...highTier, ...textOnly });
    await helpline.runFor(28);
    const missed = missedCase(helpline);
    await helpline.acknowledge(missed?.id ?? '');
    const before = helpline.world.alerts.steps.filter(({ caseId }) => caseId === missed?.id).length;
    await helpline.runFor(20);

    expect(helpline.world.alerts.steps.filter(({ caseId }) => caseId === missed?.id)).toHaveLength(before);
    expect(missedCase(helpline)).toMatchObject({ state: 'acknowledged', acknowledged: { by: 'st-20' } });
  });

  test('who answers late stops the climb, and the answer is shown on the case', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...highTier, ...textOnly });
    await helpline.runUntil('2026-11-24T23:10:00Z');
    const alerts = helpline.world.alerts.steps.length;
    await helpline.text(PHONE, '1');
    await helpline.runFor(6);

    expect(missedCase(helpline)?.notes).toMatchObject([{ kind: 'client-answered', code: 'ok' }]);
    expect(helpline.facts('check-in-answered-late')).toHaveLength(1);
    expect(
      helpline.world.alerts.steps.filter(({ caseId }) => caseId === missedCase(helpline)?.id).length,
    ).toBeLessThanOrEqual(alerts);
    expect(missedCase(helpline)?.state).toBe('open');
  });
});

describe('a client who was silent and answers the next check-in', () => {
  test('calms the case that the earlier silence opened', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...highTier, ...textOnly });
    await helpline.runUntil('2026-11-30T16:00:00Z');
    await helpline.text(PHONE, '1');
    const told = helpline.world.alerts.steps.filter(
      ({ caseId }) => caseId === missedCase(helpline)?.id,
    ).length;
    await helpline.runFor(11);

    expect(missedCase(helpline)?.notes).toMatchObject([{ kind: 'client-answered', code: 'ok' }]);
    expect(
      helpline.world.alerts.steps.filter(({ caseId }) => caseId === missedCase(helpline)?.id),
    ).toHaveLength(told);
    expect(missedCase(helpline)?.state).toBe('open');

    // Heard of once is enough: the next answer tells the case nothing new.
    await helpline.runUntil('2026-12-07T16:00:00Z');
    await helpline.text(PHONE, '1');
    expect(helpline.facts('check-in-answered')).toHaveLength(2);
    expect(missedCase(helpline)?.notes).toHaveLength(1);
  });
});

describe('high tier', () => {
  test('opens a call task due within 48 h of closing whatever is answered', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', highTier);

    const call = helpline.world.cases.all().find(({ reason }) => reason === 'high-tier-call');
    expect(call).toMatchObject({ kind: 'task', dueAt: Date.parse('2026-11-25T18:40:00Z') });
  });
});

describe('a caring contact', () => {
  test('asks for nothing: silence opens no case and is no miss', async () => {
    const helpline = await closedAt('2026-11-23T18:40:00Z', { ...textOnly, protocol: 'caring-contacts' });
    await helpline.runFor(400 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(9);
    expect(helpline.world.carrier.sent.some(({ body }) => body.includes('?'))).toBe(false);
    expect(helpline.world.cases.all()).toHaveLength(0);
    expect(helpline.facts('follow-up-completed')).toHaveLength(1);
  });
});
