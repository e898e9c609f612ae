import { createHmac } from 'node:crypto';
import { agreedWords, LANGUAGE_TAG, STRANGE_NUMBER, type MarkedClient } from './marked-client.ts';
import { aBrokenEvent } from './broken-event.ts';
import { breakDocuments } from './break-documents.ts';
import type { Play } from './marked-play.ts';

/** Everything that can happen to a client in two days, what goes wrong included. */
export async function letEverythingHappen(play: Play): Promise<void> {
  await sessionsClose(play);
  await play.until('2026-11-23T20:00:00Z');
  await nonsenseComes(play);
  await play.until('2026-11-24T18:30:00Z');
  await clientsAnswer(play);
  await play.until('2026-11-24T21:00:00Z');
  await staffAct(play);
  await breakDocuments(play);
  await play.until('2026-11-25T20:00:00Z');
}

async function sessionsClose({ stack, clients }: Play): Promise<void> {
  const [, , , refused, strange, byMail, bounces, agreed, unknown, invalid, onBus, onBusInvalid] = clients;
  const other = clients[12];
  const told = new Set([strange, byMail, bounces, agreed, invalid, onBus, onBusInvalid, other]);
  stack.twilio.fail({ fault: 21211, to: phoneOf(refused) });
  stack.twilio.fail({ fault: '500-after', to: phoneOf(unknown) });
  stack.twilio.fail({ webhook: 'lose-receipts', to: phoneOf(unknown), times: 9 });
  stack.bounceMailTo(bounces?.email ?? '');
  for (const client of clients.slice(0, 16).filter((one) => !told.has(one)))
    await stack.post(client.closed());
  await stack.post(withContacts(strange, ([sms]) => [{ ...sms, value: STRANGE_NUMBER }]));
  for (const client of [byMail, bounces]) await stack.post(withContacts(client, ([, email]) => [email]));
  await stack.post(withContacts(agreed, ([sms]) => [{ ...sms, ...agreedWords(7).fields }]));
  await stack.post(inOtherLanguage(other));
  await stack.post(aBrokenEvent(invalid));
  await stack.putEvent('SessionClosed', onBus?.closed() ?? {});
  await stack.putEvent('SessionClosed', aBrokenEvent(onBusInvalid));
}

const phoneOf = (client: MarkedClient | undefined) => client?.phone ?? '';
/** A tag of a language that nothing is written in; whatever stands in its private part is no code. */
function inOtherLanguage(client: MarkedClient | undefined) {
  const closed = client?.closed() ?? {};
  return { ...closed, client: { ...Object(closed['client']), language: `fr-x-${LANGUAGE_TAG}` } };
}

type Contacts = Record<string, unknown>[];

function withContacts(client: MarkedClient | undefined, change: (contacts: Contacts) => unknown[]) {
  const closed = client?.closed() ?? {};
  return { ...closed, contacts: change(closed['contacts'] as Contacts) }; // marked-client.ts wrote them so
}

async function nonsenseComes({ stack, clients }: Play): Promise<void> {
  const client = clients[16];
  if (!client) return;
  const { phone, email } = client;
  const words = client.says('in an unsigned text');
  const nonsense = new URLSearchParams({ From: phone, Body: words, MessageSid: `SM${'a'.repeat(32)}` });
  const headers = {
    'x-twilio-signature': words,
    'x-forwarded-for': phone,
    traceparent: email,
    cookie: words,
  };
  for (const path of ['twilio/text', 'twilio/text-fallback', 'twilio/status', 'events', 'l/x.y', 'u/x.y']) {
    const url = `${stack.http}/${path}?m=${encodeURIComponent(phone)}&a=${words}`;
    await (await fetch(url, { method: 'POST', body: nonsense, headers })).text();
  }
  for (const path of [`l/${words}.${email}`, `u/${phone}`, words, `l/${btoa(words)}.${btoa(email)}`])
    await (await fetch(`${stack.http}/${path}?${nonsense.toString()}`, { headers })).text();
  await postSignedText(stack, JSON.stringify(client.closed()).slice(0, -2));
}

/** What is no JSON, signed as the agency signs: Node's own error would quote it. */
async function postSignedText(stack: Play['stack'], body: string): Promise<void> {
  const t = Math.floor(stack.now() / 1000);
  const key = String(stack.secret('EventsSecret')['current']);
  const v1 = createHmac('sha256', key).update(`${t}.${body}`).digest('hex');
  const headers = { 'handrail-signature': `t=${t},v1=${v1}` };
  await (await fetch(`${stack.http}/events`, { method: 'POST', headers, body })).text();
}

async function clientsAnswer({ stack, clients }: Play): Promise<void> {
  const [answers, urgent, stops, , , byMail] = clients;
  const stranger = clients[17];
  const lost = clients[11];
  await stack.text(phoneOf(answers), `can we talk about ${answers?.says('in a text')}`);
  await stack.text(phoneOf(urgent), `i want to kill myself ${urgent?.says('in an urgent text')}`);
  await stack.text(phoneOf(stops), 'STOP');
  await stack.text(phoneOf(stranger), `who is this ${stranger?.says('in a text')}`);
  stack.twilio.fail({ webhook: 'lose-inbound', to: phoneOf(lost) });
  await stack.text(phoneOf(lost), `hello ${lost?.says('in a lost text')}`);
  const later = '2026-11-24T18:31:00Z';
  await stack.post(answers?.later('human-contact', later, { outcome: 'reached', channel: 'voice' }));
  const { contacts, consents } = answers?.closed() ?? {};
  await stack.post(answers?.later('contact-changed', later, { contacts, consents }));
  for (const link of linksIn(stack, byMail)) {
    await (await fetch(link)).text();
    const body = new URLSearchParams({ answer: 'so-so', words: byMail?.says('on a page') ?? '' });
    await (await fetch(link, { method: 'POST', body })).text();
  }
}

/** The links of the newest e-mail to a client: its answer's page, then the one to unsubscribe. */
function linksIn(stack: Play['stack'], client: MarkedClient | undefined): string[] {
  const mail = stack.mailbox().findLast(({ to }) => to.includes(client?.email ?? ''));
  const links = [...(mail?.text ?? '').matchAll(/http\S+\/[lu]\/[\w.-]+/g)].map(([link]) => link);
  return [...new Set(links)].sort();
}

/** Somebody without a name looks first, and one who does not work here; then a member of staff. */
async function staffAct({ stack }: Play): Promise<void> {
  const links = stack.staffPhones().flatMap(({ message }) => /http\S+\/l\/[\w.-]+/.exec(message)?.[0] ?? []);
  for (const link of new Set(links)) {
    await (await fetch(link)).text();
    for (const form of [
      { staffId: 'st-99', action: 'acknowledge' },
      { staffId: '', action: 'show' },
      { staffId: 'st-20', action: 'acknowledge' },
      { staffId: 'st-20', action: 'close', outcome: 'reached' },
    ])
      await (await fetch(link, { method: 'POST', body: new URLSearchParams(form) })).text();
  }
}
