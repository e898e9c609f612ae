import { describe, expect, test } from 'vitest';
import { watch } from '#functions/watch/watch.ts';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

const PHONE = '+14105550134';
const CLOSED = '2026-11-23T18:40:00Z';
const textOnly = { contacts: [aPhone()], consents: [aConsent('sms')] };
const highTier = { risk: { tier: 'high', safetyPlan: 'complete', meansSafetyDiscussed: true } };

async function closed(different: Record<string, unknown> = {}): Promise<Helpline> {
  const helpline = aHelpline({ now: CLOSED });
  await helpline.close(aClosedSession({ ...textOnly, ...different }));
  return helpline;
}

/** Nothing runs until then: no wake, no queue, no watch. */
const nothingRunsUntil = ({ world }: Helpline, then: string) => world.clock.set(Date.parse(then));
const reasons = ({ world }: Helpline) => world.cases.all().map(({ reason }) => reason);

describe('after days in which nothing ran', () => {
  test('a check-in that is too late is not sent: a person calls in its place', async () => {
    const helpline = await closed();
    nothingRunsUntil(helpline, '2026-11-26T16:00:00Z');
    await helpline.runFor(2);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'not-sent', because: ['too-late'] }]);
  });

  test('nobody gets what piled up: one text at most, for the check-in of that day', async () => {
    const helpline = await closed();
    nothingRunsUntil(helpline, '2026-11-30T16:00:00Z');
    await helpline.runFor(8);

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(reasons(helpline)).toContain('not-sent');
  });

  test('somebody who was asked before and did not answer is alerted about, and the case climbs', async () => {
    const helpline = await closed(highTier);
    await helpline.runUntil('2026-11-24T15:00:00Z');
    nothingRunsUntil(helpline, '2026-11-26T16:00:00Z');
    await helpline.runFor(1);
    const missed = helpline.world.cases.all().find(({ reason }) => reason === 'missed-check-in');
    const told = helpline.world.alerts.steps.filter(({ caseId }) => caseId === missed?.id);

    expect(told.map(({ step }) => step)).toEqual([0, 1]);
  });
});

describe('a text of which the carrier never told us', () => {
  test('is found on the carrier’s own list, and a stop or a cry for help in it is acted on', async () => {
    const helpline = await closed();
    await helpline.runUntil('2026-11-24T15:00:00Z');
    const { world } = helpline;
    world.carrier.inbound.push(
      { ...received(world.now()), providerId: 'SMlost1', body: 'i want to die tonight' },
      { ...received(world.now()), providerId: 'SMlost2', body: 'STOP' },
    );
    await helpline.runFor(5 / 60);
    expect(world.cases.all()).toHaveLength(0);

    expect(await look(helpline)).toBe('found-unseen-texts');
    await helpline.runFor(45 * 24);
    expect(reasons(helpline)).toEqual(expect.arrayContaining(['urgent-words', 'opted-out']));
    expect(world.carrier.sent.filter(({ messageId }) => messageId.startsWith('fu#'))).toHaveLength(1);
  });

  test('is handled once, however often the list shows it', async () => {
    const helpline = await closed();
    await helpline.runUntil('2026-11-24T15:00:00Z');
    const { world } = helpline;
    world.carrier.inbound.push({ ...received(world.now()), providerId: 'SMlost1', body: '2' });
    await helpline.runFor(5 / 60);
    await look(helpline);
    await helpline.runFor(5 / 60);

    expect(await look(helpline)).toBe('all-moving');
    expect(helpline.facts('text-received')).toHaveLength(1);
  });
});

describe('when carriers filter our words', () => {
  test('the text does not go again, and a person calls in its place', async () => {
    const helpline = await closed();
    helpline.world.carrier.failNext({ refuse: '30007' });
    await helpline.runFor(5 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(1);
    expect(helpline.facts('check-in-not-sent')).toMatchObject([{ why: 'content-filtered' }]);
    expect(reasons(helpline)).toEqual(['not-sent']);
  });

  test('and say so only in a receipt, the silence is not taken for the client’s', async () => {
    const helpline = await closed();
    await helpline.runUntil('2026-11-24T15:00:00Z');
    await helpline.receipt(1, 'undelivered', '30007');
    await helpline.runFor(4 * 24);

    expect(helpline.facts('check-in-missed')).toHaveLength(0);
    expect(reasons(helpline)).toEqual(['not-delivered']);
  });
});

test('a text that the daily cap keeps back is missed by nobody: a person is alerted the same day', async () => {
  const helpline = aHelpline({ now: CLOSED, programme: aProgramme({ dailyCap: 1 }) });
  await helpline.close(aClosedSession({ ...textOnly, ...highTier }));
  await helpline.runFor(36);

  expect(helpline.world.carrier.sent).toHaveLength(1);
  expect(helpline.facts('message-refused')[0]).toMatchObject({ why: 'daily-cap' });
  expect(helpline.world.alerts.steps.map(({ caseId }) => caseId)).toContainEqual(
    expect.stringContaining('missed-check-in'),
  );
});

const received = (at: number) => ({ from: PHONE, to: '+14105550111', at });

function look({ world }: Helpline): Promise<string> {
  return watch({
    ...world,
    followUpsDue: world.followUps.index,
    casesDue: world.cases.index,
    textsDue: world.contacts.index,
    eventsDue: world.inbox.index,
    async *lost() {},
    measure: () => undefined,
  });
}
