import { signEvent } from './signing.ts';
import type { Request, Route } from './request.ts';
import { secrets } from './secrets.ts';

const body = (text: string) => Buffer.from(text);

/**
 * Requests made to keep a function busy until its time is over, or to exceed what its stores take; `size` in bytes.
 * Lambda takes bodies of up to about 4 MB in base64.
 */
export function monsters(now: number, size: number): Request[] {
  const seconds = Math.floor(now / 1000);
  const to = (route: Route, different: Partial<Request>): Request => ({
    route,
    token: '',
    query: '',
    headers: {
      host: 'care.example.org',
      'x-twilio-signature': 'c2lnbmF0dXJl',
      'handrail-signature': `t=${seconds},v1=00`,
    },
    body: Buffer.alloc(0),
    encoding: 'base64',
    ...different,
  });
  const doubled = body('a=&'.repeat(size / 3));
  const fields = body(Array.from({ length: size / 10 }, (_, index) => `f${index}=1`).join('&'));
  const nested = body(`${'['.repeat(size / 2)}${']'.repeat(size / 2)}`);
  const signatures = { 'handrail-signature': `t=${seconds}${',v1=ab'.repeat(1_600)}` };
  const event = body(JSON.stringify({ type: 'handrail.session-closed', note: 'x'.repeat(size) }));
  const contacts = body(
    JSON.stringify({
      type: 'handrail.session-closed',
      contacts: Array.from({ length: size / 4 }, () => ({})),
    }),
  );
  const signed = (text: Buffer) =>
    to('POST /events', {
      headers: { 'handrail-signature': signEvent(secrets.events.current, seconds, text.toString('utf8')) },
      body: text,
    });
  return [
    ...(['POST /twilio/text', 'POST /twilio/text-fallback', 'POST /twilio/status'] as const).flatMap(
      (route) => [to(route, { body: doubled }), to(route, { body: fields }), to(route, { body: nested })],
    ),
    to('POST /events', { body: event, headers: signatures }),
    to('POST /l/{token}', { body: fields, token: 'a.b' }),
    to('GET /u/{token}', { token: 'x'.repeat(100_000) }),
    ...[event, contacts, nested].map(signed),
  ];
}
