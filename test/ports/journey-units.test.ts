import { afterAll, beforeAll, expect, it } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aHelpline } from '#test/fakes/helpline.ts';
import { onDynamo } from './on-dynamo.ts';
import { startDynamo, type DynamoServer } from './dynamo-server.ts';
import { countUnits } from './count-units.ts';

const MAYA = '+14105550134';
const HOUR = 3_600_000;

const aRisk = (tier: string) => ({ tier, meansSafetyDiscussed: true, safetyPlan: 'complete' });

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());

/** A first session at high tier, and a second one two months later, at moderate tier. */
const SESSIONS = [
  aClosedSession({
    closedAt: '2026-11-23T18:40:00.123Z',
    contacts: [aPhone()],
    consents: [aConsent('sms')],
    risk: aRisk('high'),
  }),
  aClosedSession({
    id: 'evt-0002',
    sessionId: 'S-2000',
    closedAt: '2027-01-20T18:40:00.123Z',
    contacts: [aPhone()],
    consents: [aConsent('sms', { givenAt: '2027-01-20T18:35:00Z' })],
    risk: aRisk('moderate'),
  }),
];

it('follows a client through 12 texts and 5 replies for less than 400 write and 100 read units', async () => {
  const client = server.anotherClient();
  const units = countUnits(client, server.client);
  const world = onDynamo(aWorld(), client, server.client);
  const helpline = aHelpline({ world });
  const { sent } = world.carrier;
  const { steps } = world.alerts;
  const known = { receipts: 0, pages: 0 };
  let replies = 0;

  async function aQuarterOfADay(): Promise<void> {
    await helpline.runUntil(world.now() + 6 * HOUR);
    for (; known.receipts < sent.length; known.receipts += 1) {
      await helpline.receipt(known.receipts + 1, 'sent');
      await helpline.receipt(known.receipts + 1, 'delivered');
    }
    for (; known.pages < steps.length; known.pages += 1) {
      await helpline.acknowledge(steps[known.pages]?.caseId ?? '');
      await helpline.closeCase(steps[known.pages]?.caseId ?? '', 'reached');
    }
    // A client who needs the second text each time.
    if (replies < 5 && sent.length === 2 * (replies + 1)) {
      replies += 1;
      await helpline.text(MAYA, '1');
    }
  }

  for (const session of SESSIONS) {
    const closedAt = Date.parse(String(session['closedAt']));
    world.clock.set(closedAt);
    await helpline.close(session);
    while (world.now() < closedAt + 33 * 24 * HOUR && sent.length < 12) await aQuarterOfADay();
  }
  const total = units.total();
  console.log(`${sent.length} texts, ${replies} replies: ${total.write} write and ${total.read} read units`);
  expect([sent.length, replies]).toEqual([12, 5]);
  expect(total.write).toBeLessThanOrEqual(400);
  expect(total.read).toBeLessThanOrEqual(100);
}, 60_000);
