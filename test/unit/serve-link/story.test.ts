import { expect, test } from 'vitest';
import { serveLink } from '#functions/serve-link/serve-link.ts';
import { HOUR, MINUTE } from '#shared/domain/record.ts';
import { aClosedSession, aConsent, anAddress } from '#test/builders/a-closed-session.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

/** A client who can be reached by e-mail alone, until the first one is in their mailbox. */
async function anEmailedHelpline(): Promise<Helpline> {
  const helpline = aHelpline({ now: '2026-11-23T18:45:00Z' });
  await helpline.close(aClosedSession({ contacts: [anAddress()], consents: [aConsent('email')] }));
  for (let hours = 0; hours < 96 && helpline.world.mailer.sent.length === 0; hours += 1)
    await helpline.runFor(1);
  expect(helpline.world.mailer.sent).toHaveLength(1);
  return helpline;
}

async function post(helpline: Helpline, url: string, fields: Record<string, string>): Promise<string> {
  const token = new URL(url).pathname.split('/').at(-1) ?? '';
  const { page } = await serveLink(helpline.world, {
    method: 'POST',
    token,
    form: new URLSearchParams(fields),
  });
  await helpline.runFor(1 / 60);
  return page;
}

function answerLinkIn({ world }: Helpline): string {
  const email = world.mailer.sent.at(-1)?.text ?? '';
  return /https:\S+\/l\/\S+\?a=so-so/.exec(email)?.[0] ?? expect.fail('no answer link in the e-mail');
}

test('a client who answers from the e-mail has answered the check-in, and a person reads what is more than ok', async () => {
  const helpline = await anEmailedHelpline();
  await post(helpline, answerLinkIn(helpline), { answer: 'so-so' });
  expect(helpline.facts('check-in-answered')).toMatchObject([{ detail: { meaning: 'so-so' } }]);
  expect(helpline.world.cases.all()).toMatchObject([
    { reason: 'reply-to-read', subject: { sessionId: 'S-1042', clientRef: 'C-77' } },
  ]);
});

test('a late answer from the e-mail stops the climb and stands on the case', async () => {
  const helpline = await anEmailedHelpline();
  const url = answerLinkIn(helpline);
  for (let hours = 0; hours < 200 && helpline.facts('check-in-missed').length === 0; hours += 1)
    await helpline.runFor(1);
  const missed = () => helpline.world.cases.all().find(({ reason }) => reason === 'missed-check-in');
  expect(missed()?.state).toBe('open');
  await post(helpline, url, { answer: 'ok' });
  expect(missed()).toMatchObject({ state: 'open', notes: [{ kind: 'client-answered', code: 'ok' }] });
  expect((missed()?.next?.at ?? 0) - helpline.world.now()).toBeGreaterThan(11 * HOUR - MINUTE);
});

test('a client who unsubscribes gets nothing more, however long one waits', async () => {
  const helpline = await anEmailedHelpline();
  const url = helpline.world.mailer.sent[0]?.unsubscribeUrl ?? '';
  await post(helpline, url, { 'List-Unsubscribe': 'One-Click' });
  await post(helpline, url, { 'List-Unsubscribe': 'One-Click' });
  await helpline.runFor(45 * 24);
  expect(helpline.world.mailer.sent).toHaveLength(1);
  // Said again a minute later, so the stop stands since then; there was nothing left to cancel.
  expect(helpline.facts('consent-revoked')).toHaveLength(2);
  expect(helpline.facts('check-in-cancelled')).toHaveLength(helpline.facts('check-in-planned').length);
});

test('staff acknowledge with the link of the alert, and nobody else is alerted', async () => {
  const helpline = await anEmailedHelpline();
  await post(helpline, answerLinkIn(helpline), { words: 'I want to kill myself tonight' });
  const alerts = helpline.world.alerts.steps;
  expect(alerts).toHaveLength(1);
  const page = await post(helpline, alerts[0]?.url ?? '', { action: 'acknowledge', staffId: 'st-20' });
  expect(page).toContain('Open client C-77 in your own system. Reach the client now');
  await helpline.runFor(24);
  expect(alerts).toHaveLength(1);
});
