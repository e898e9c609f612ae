import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aHelpline } from '#test/fakes/helpline.ts';
import { countUnits } from './count-units.ts';
import type { DynamoServer } from './dynamo-server.ts';
import { onDynamo } from './on-dynamo.ts';

const MAYA = '+14105550134';
const HOUR = 3_600_000;
const TEXTS = 12;
const REPLIES = 5;

const aRisk = (tier: string) => ({ tier, meansSafetyDiscussed: true, safetyPlan: 'complete' });

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

export type Journey = { texts: number; replies: number; write: number; read: number };

/** Follows a client through 12 texts and 5 replies on an embedded database; says what it would be charged in units. */
export async function countAJourney(server: DynamoServer): Promise<Journey> {
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
    if (replies < REPLIES && sent.length === 2 * (replies + 1)) {
      replies += 1;
      await helpline.text(MAYA, '1');
    }
  }

  for (const session of SESSIONS) {
    const closedAt = Date.parse(String(session['closedAt']));
    world.clock.set(closedAt);
    await helpline.close(session);
    while (world.now() < closedAt + 33 * 24 * HOUR && sent.length < TEXTS) await aQuarterOfADay();
  }
  return { texts: sent.length, replies, ...units.total() };
}
