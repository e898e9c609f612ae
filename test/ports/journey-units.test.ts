import { afterAll, beforeAll, expect, it } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aHelpline } from '#test/fakes/helpline.ts';
import { onDynamo } from './on-dynamo.ts';
import { startDynamo, type DynamoServer } from './dynamo-server.ts';
import { countUnits } from './count-units.ts';

const MAYA = '+14105550134';
const HOUR = 3_600_000;

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());

it('follows one client through a month for less than 400 write and 100 read units', async () => {
  const client = server.anotherClient();
  const units = countUnits(client, server.client);
  const world = onDynamo(aWorld({ now: Date.parse('2026-11-23T18:40:00Z') }), client, server.client);
  const helpline = aHelpline({ world });
  await helpline.close(
    aClosedSession({
      contacts: [aPhone()],
      consents: [aConsent('sms')],
      risk: { tier: 'high', meansSafetyDiscussed: true, safetyPlan: 'complete' },
    }),
  );

  const { sent } = world.carrier;
  const { steps } = world.alerts;
  const known = { receipts: 0, pages: 0 };
  let replies = 0;
  for (let hour = 0; hour < 24 * 35; hour += 6) {
    await helpline.runUntil(world.now() + 6 * HOUR);
    for (; known.receipts < sent.length; known.receipts += 1) {
      await helpline.receipt(known.receipts + 1, 'sent');
      await helpline.receipt(known.receipts + 1, 'delivered');
    }
    for (; known.pages < steps.length; known.pages += 1) {
      await helpline.acknowledge(steps[known.pages]?.caseId ?? '');
      await helpline.closeCase(steps[known.pages]?.caseId ?? '', 'reached');
    }
    // A client who needs the second text each time, and once writes twice.
    if (replies < 5 && sent.length === 2 * (replies + 1)) {
      replies += 1;
      await helpline.text(MAYA, '1');
    }
  }
  const total = units.total();
  console.log(`${sent.length} texts, ${replies} replies: ${total.write} write and ${total.read} read units`);
  console.table(units.by());
  expect(total.write).toBeLessThanOrEqual(400);
  expect(total.read).toBeLessThanOrEqual(100);
});
