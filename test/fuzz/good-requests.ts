import { aClosedSession, aPhone } from '#test/builders/a-closed-session.ts';
import { CASE, FOLLOW_UP, MESSAGE, NAME, PHONE, WORDS } from './people.ts';
import type { Random } from './random.ts';
import type { Request, Route } from './request.ts';
import { secrets } from './secrets.ts';
import { signEvent, signForm, signLink } from './signing.ts';

export type ContactIds = { readonly sms: string; readonly email: string };
type Unsigned = Omit<Request, 'encoding'>;

export const ROUTES = [
  'POST /events',
  'POST /twilio/text',
  'POST /twilio/text-fallback',
  'POST /twilio/status',
  'GET /l/{token}',
  'POST /l/{token}',
  'GET /u/{token}',
  'POST /u/{token}',
] as const satisfies readonly Route[];

/** A request as an honest sender would send it now, signed. */
export function aGoodRequest(route: Route, random: Random, now: number, ids: ContactIds): Request {
  const encoding = random.chance(0.5) ? 'base64' : 'text';
  return { ...sign(unsigned(route, random, now, ids), random, now), encoding };
}

/** Signs whatever stands in a request, as somebody who has the key would. Links are signed as they are made. */
export function sign<R extends Unsigned>(request: R, random: Random, now: number): R {
  const { route, query, body } = request;
  if (route.includes('{token}')) return request;
  const text = body.toString('utf8');
  if (route === 'POST /events') {
    const key = random.pick([secrets.events.current, secrets.events.previous]);
    const signature = signEvent(key, Math.floor(now / 1000), text);
    return { ...request, headers: { ...request.headers, 'Handrail-Signature': signature } };
  }
  const token = random.pick([secrets.twilio.authToken, secrets.twilio.previousAuthToken]);
  const target = `${route.split(' ')[1]}${query === '' ? '' : `?${query}`}`;
  return { ...request, headers: { ...request.headers, 'X-Twilio-Signature': signForm(token, target, text) } };
}

function unsigned(route: Route, random: Random, now: number, ids: ContactIds): Unsigned {
  const blank = { route, token: '', query: '', headers: { host: 'care.example.org' }, body: Buffer.alloc(0) };
  switch (route) {
    case 'POST /events':
      return { ...blank, body: Buffer.from(JSON.stringify(aSession(random, now))) };
    case 'POST /twilio/text':
    case 'POST /twilio/text-fallback':
      return { ...blank, body: form(aText(random)) };
    case 'POST /twilio/status':
      return {
        ...blank,
        query: `m=${encodeURIComponent(random.pick([MESSAGE, `${CASE}~answer~1~sms`]))}`,
        body: form({ MessageStatus: random.pick(['sent', 'delivered', 'undelivered', 'failed']), To: PHONE }),
      };
    default:
      return { ...blank, ...aVisit(random, now, ids) };
  }
}

const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString());

function aSession(random: Random, now: number) {
  const at = new Date(now - random.int(3_600_000)).toISOString();
  return aClosedSession({
    sessionId: `S-${random.int(1_000)}`,
    closedAt: at,
    client: { ref: 'C-77', preferredName: NAME, language: 'en' },
    contacts: [aPhone({ value: PHONE, confirmedAt: at })],
  });
}

const aText = (random: Random) => ({
  MessageSid: `SM${random.hex(32)}`,
  From: random.pick([PHONE, '+14105550177', '55501']),
  To: '+14105550100',
  Body: random.pick(['1', 'STOP', 'START', 'call me', WORDS, `i want to die ${WORDS}`, '']),
  NumMedia: random.pick(['0', '1', '']),
});

function aVisit(
  random: Random,
  now: number,
  { email }: ContactIds,
): Pick<Unsigned, 'token' | 'query' | 'body'> {
  const minutes = Math.ceil(now / 60_000) + 1_000;
  const [payload, fields] = random.pick<[readonly unknown[], Record<string, string>]>([
    [
      ['c', minutes, CASE, 'st-20'],
      { staffId: 'st-20', outcome: 'reached', action: random.pick(['acknowledge', 'close', 'show']) },
    ],
    [
      ['a', minutes, FOLLOW_UP, MESSAGE, 'd2', email, 'en'],
      { answer: random.pick(['ok', 'so-so', '']), words: WORDS },
    ],
    [['u', minutes, FOLLOW_UP, email, 'es'], { 'List-Unsubscribe': 'One-Click' }],
  ]);
  const key = random.pick([secrets.link.current, secrets.link.previous]);
  return { token: signLink(key, payload), query: random.pick(['', 'a=ok', 'a=words']), body: form(fields) };
}
