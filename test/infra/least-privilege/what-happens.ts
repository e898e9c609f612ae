import { aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aSession, byMail, later, linksOfCases, mailOf, phoneOf, postText, type Play } from './a-play.ts';
import { aReceiptCannotBeRead, letThingsBreak } from './what-breaks.ts';

/** Everything that needs a right of its own, in two days. */
export async function letEverythingHappen(play: Play): Promise<void> {
  await theWatchLooksWeekly(play);
  await sessionsClose(play);
  aReceiptCannotBeRead(play, 4);
  await play.until('2026-11-24T16:30:00Z'); // first check-ins go out, some of them badly
  await clientsAnswer(play);
  await play.until('2026-11-24T16:35:00Z');
  await answersByMail(play);
  await play.until('2026-11-24T18:00:00Z'); // nobody acknowledges: cases climb to the end
  await staffAct(play);
  await play.until('2026-11-24T19:00:00Z');
  await letThingsBreak(play);
  await play.until('2026-11-24T19:10:00Z');
}

/** On a Monday at six; it comes by because of a text that never reached us. */
async function theWatchLooksWeekly(play: Play): Promise<void> {
  await play.until('2026-11-23T05:57:00Z');
  play.stack.twilio.fail({ webhook: 'lose-inbound', to: phoneOf(28) });
  await play.stack.text(phoneOf(28), 'is anyone there');
  await play.until('2026-11-23T06:06:00Z');
}

async function sessionsClose({ stack }: Play): Promise<void> {
  stack.twilio.fail({ fault: 21211, to: phoneOf(5) });
  // Neither the check-in nor, later, the answer to a text reaches the carrier, and nobody is told.
  stack.twilio.fail({ fault: 'reset-before', to: phoneOf(6) });
  for (const number of [0, 1, 2, 5, 6, 7, 8]) await stack.post(aSession(number));
  for (const number of [3, 4]) await stack.post(aSession(number, byMail(number)));
  // At low tier nobody has to do anything about a decline: it is over as it begins.
  await stack.post(aSession(9, { risk: { tier: 'low' }, offer: 'declined' }));
  await stack.putEvent('SessionClosed', aSession(10));
  await stack.post({ ...aSession(11), risk: { tier: 'unheard of' } });
  // What is said of a session may overtake its closing.
  await stack.post(later('human-contact', 12, { outcome: 'reached', channel: 'voice' }));
  const contacts = [aPhone({ value: phoneOf(0), confirmedAt: '2026-11-23T05:50:00Z' })];
  const second = { id: 'evt-0b', sessionId: 'S-0b', closedAt: '2026-11-23T05:50:00Z', contacts };
  await stack.post(aSession(0, { ...second, consents: [aConsent('sms')] }));
}

async function clientsAnswer(play: Play): Promise<void> {
  const { stack } = play;
  await stack.text(phoneOf(0), 'can we talk about something else');
  await stack.text(phoneOf(1), 'i want to kill myself');
  await stack.text(phoneOf(2), 'STOP');
  await stack.text(phoneOf(29), 'who is this');
  stack.twilio.fail({ fault: 'reset-before', to: phoneOf(7) });
  await stack.text(phoneOf(7), 'not so good');
  await postText(play, 'text-fallback', { sid: `SM${'f'.repeat(32)}`, from: phoneOf(10), body: '1' });
}

/** The client’s own page, with words that must not wait; then the way out. */
async function answersByMail({ stack }: Play): Promise<void> {
  const mail = stack.mailbox().findLast(({ to }) => to.includes(mailOf(3)));
  const links = [...new Set((mail?.text ?? '').match(/http\S+\/[lu]\/[\w.-]+/g))].sort();
  if (links.length !== 2) throw new Error(`the e-mail has ${links.length} links instead of two`);
  for (const link of links) {
    await (await fetch(link)).text();
    const body = new URLSearchParams({ answer: 'call-me', words: 'i want to kill myself' });
    await (await fetch(link, { method: 'POST', body })).text();
  }
}

async function staffAct(play: Play): Promise<void> {
  for (const link of linksOfCases(play)) {
    await (await fetch(link)).text();
    for (const form of [
      { staffId: 'st-20', action: 'acknowledge' },
      { staffId: 'st-20', action: 'close', outcome: 'reached' },
    ])
      await (await fetch(link, { method: 'POST', body: new URLSearchParams(form) })).text();
  }
}
