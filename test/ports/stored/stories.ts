import { receiveTextFallback } from '#functions/receive-text-fallback/receive-text-fallback.ts';
import { handleText } from '#shared/apply/handle-text.ts';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import type { Helpline } from '#test/fakes/helpline.ts';
import { diesHalfWay, isNotTextedAnyMore, nobodyKnowsWhatBecameOfIt } from './stories-of-trouble.ts';
import { DAY, highTier, MAYA, type Story, textOnly } from './story.ts';

const later = (type: string, more: Record<string, unknown>) => ({
  type: `handrail.${type}`,
  version: 1,
  id: `evt-${type}`,
  agencyId: 'riverbend',
  sessionId: 'S-1042',
  at: '2026-11-23T19:00:00Z',
  ...more,
});

/** Each is one client’s; together they bring forth every shape that is stored. */
export const stories: readonly ((story: Story) => Promise<void>)[] = [
  fromBeginningToEnd,
  nobodyKnowsWhatBecameOfIt,
  goesQuiet,
  isHeld,
  isDeclined,
  stopsAndComesBack,
  isNotSafe,
  isAStranger,
  answersByMail,
  isNotTextedAnyMore,
  diesHalfWay,
];

async function fromBeginningToEnd({ helpline, keep }: Story): Promise<void> {
  const safeHours = { from: '09:00', to: '20:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] };
  const contacts = [aPhone({ safeHours })];
  const owner = { staffId: 'st-12', name: 'Sam' };
  await helpline.close(aClosedSession({ contacts, owner, ifQuiet: { call: true }, distress: { after: 9 } }));
  await keep('fresh', 'follow-up', 'contact', 'consent', 'client-link', 'inbox-item', 'facts-entry');
  await helpline.runUntil('2026-11-24T15:30:00Z');
  await keep('asked', 'follow-up', 'contact', 'body', 'sender-bucket');
  await helpline.receipt(1, 'sent');
  await helpline.receipt(1, 'delivered');
  await helpline.text(MAYA, 'can we talk about my rent');
  await keep('answered', 'follow-up', 'contact', 'inbound-text', 'case');
  await staffSeeToAll(helpline, 33);
  await keep('completed', 'follow-up');
  await staffSeeToAll(helpline, 100);
  await keep('forgotten', 'follow-up', 'contact');
}

/** Staff close whatever they were alerted about, every other day. */
async function staffSeeToAll(helpline: Helpline, days: number): Promise<void> {
  for (let day = 0; day < days; day += 2) {
    await helpline.runFor(2 * DAY);
    const { steps } = helpline.world.alerts;
    for (const { caseId } of steps.splice(0)) await helpline.closeCase(caseId, 'reached');
  }
}

async function goesQuiet({ helpline, world, keep }: Story): Promise<void> {
  await helpline.close(aClosedSession({ ...textOnly, ...highTier }));
  await keep('opened-by-a-session', 'case');
  await helpline.runUntil('2026-11-24T14:00:00Z');
  while (world.alerts.steps.length === 0) await helpline.runFor(1);
  await keep('gone-quiet', 'follow-up', 'case');
  const caseId = world.alerts.steps[0]?.caseId ?? '';
  await helpline.runFor(2);
  await keep('climbed-to-the-end', 'case');
  await helpline.acknowledge(caseId);
  await helpline.text(MAYA, '1');
  await keep('acknowledged-and-answered-late', 'case', 'follow-up');
  await helpline.closeCase(caseId, 'reached');
  await keep('closed', 'case');
}

async function isHeld({ helpline, keep }: Story): Promise<void> {
  await helpline.close(aClosedSession(textOnly));
  await helpline.close(later('client-held', { why: 'admission' }));
  await keep('held', 'follow-up');
  await helpline.close(later('hold-lifted', { at: '2026-11-23T19:30:00Z' }));
  await keep('hold-lifted', 'follow-up');
  await helpline.close(later('session-reopened', { sessionId: 'S-9999' }));
  await helpline.close({ ...aClosedSession({ id: 'evt-0009' }), risk: {}, contacts: [{ value: 7 }] });
  await keep('of-a-client-who-is-held', 'inbox-item');
}

async function isDeclined({ helpline, keep }: Story): Promise<void> {
  await helpline.close(aClosedSession({ ...textOnly, flags: ['ipv'] }));
  await keep('declined', 'follow-up', 'case');
}

async function stopsAndComesBack({ helpline, keep }: Story): Promise<void> {
  await helpline.close(aClosedSession({ ...textOnly, protocol: 'caring-contacts' }));
  await keep('caring-contacts', 'follow-up');
  await helpline.runUntil('2026-11-24T15:30:00Z');
  await helpline.text(MAYA, 'STOP');
  await helpline.runFor(1 / 60);
  await helpline.text(MAYA, 'stop texting me');
  await keep('stopped', 'follow-up', 'contact', 'inbound-text');
  await helpline.runFor(1 / 60);
  await helpline.text(MAYA, 'START');
  await keep('came-back', 'follow-up', 'contact');
}

async function isNotSafe({ helpline, keep }: Story): Promise<void> {
  const spanish = { ref: 'C-78', preferredName: 'Ana', language: 'es', timeZone: 'America/Chicago' };
  await helpline.close(aClosedSession({ ...textOnly, client: spanish }));
  await helpline.runUntil('2026-11-24T16:30:00Z');
  await helpline.text(MAYA, 'me tome todas las pastillas');
  await keep('not-safe', 'follow-up', 'contact', 'inbound-text', 'case');
  await helpline.runFor(1);
  await keep('nobody-there-yet', 'case');
}

async function isAStranger({ helpline, world, keep }: Story): Promise<void> {
  await helpline.text('+14105550199', 'who is this');
  await keep('from-a-stranger', 'contact', 'inbound-text', 'case');
  const picture = {
    messageSid: `SM${'b'.repeat(32)}`,
    from: '+14105550199',
    to: '+14105550111',
    body: '',
    media: 1,
  };
  await receiveTextFallback(world, { ...picture, at: world.now() });
  await keep('not-handled-yet', 'inbound-text');
}

async function answersByMail({ helpline, world, keep }: Story): Promise<void> {
  await helpline.close(
    aClosedSession({ contacts: aClosedSession()['contacts'], consents: [aConsent('email')] }),
  );
  await helpline.runUntil('2026-11-24T16:30:00Z');
  await keep('by-mail', 'body');
  const contactId = await world.contacts.idOf('email', 'maya@example.org');
  const [followUpId = ''] = await world.contacts.openFollowUpsOf('riverbend', 'C-77');
  const link = { followUpId, checkIn: 'd1', meaning: 'so-so' as const };
  const said = {
    contactId,
    id: 'web-1',
    to: '',
    body: 'a bit tired',
    media: 0,
    receivedAt: world.now(),
    link,
  };
  await world.contacts.storeText(said);
  await handleText(world, said);
  await keep('answered-by-link', 'inbound-text');
}
