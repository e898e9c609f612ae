import { aGoodRequest, sign, type ContactIds } from './good-requests.ts';
import type { Random } from './random.ts';
import type { Request } from './request.ts';
import { secrets } from './secrets.ts';
import { signEvent, signLink } from './signing.ts';

type Forgery = (request: Request, random: Random, now: number, ids: ContactIds) => Request;

/** What somebody tries who has not the key, or has something that was signed for another purpose. */
export const forgeries: Readonly<Record<string, Forgery>> = {
  'no signature': (request) => ({
    ...request,
    headers: { host: 'care.example.org' },
    token: request.token.split('.')[0] ?? '',
  }),
  'a made-up signature': (request, random) =>
    signedBy(
      request,
      random.pick([random.hex(64), `t=1,v1=${random.hex(64)}`, 'v1=,t=', '', 'undefined', 't=NaN,v1=00']),
    ),
  'a signature cut short': (request, random) =>
    signedBy(request, signatureOf(request).slice(0, -1 - random.int(9))),
  'a signature with more behind it': (request, random) =>
    signedBy(request, `${signatureOf(request)}${random.pick(['0', 'zz', '==', ',', '.'])}`),
  'the signature of another body': (request, random, now, ids) =>
    signedBy(request, signatureOf(aGoodRequest(request.route, random, now, ids))),
  'the signature of another path': (request, random, now) => {
    const route = request.route === 'POST /twilio/text' ? 'POST /twilio/text-fallback' : 'POST /twilio/text';
    return signedBy(request, signatureOf(sign({ ...request, route }, random, now)));
  },
  'a signature with another key': (request, _random, now) =>
    signedBy(
      { ...request, token: signLink('another key', ['c', 99_999_999, 'case#x', 'st-20']) },
      signEvent('another key', Math.floor(now / 1000), request.body.toString('utf8')),
    ),
  'a signature of yesterday': (request, random, now) => {
    const seconds = Math.floor(now / 1000) + random.pick([-86_400, -302, 302, 1e9]);
    const old = signEvent(secrets.events.current, seconds, request.body.toString('utf8'));
    return signedBy(
      { ...request, token: signLink(secrets.link.current, ['c', 27_000_000, 'case#x', 'st-20']) },
      old,
    );
  },
  'hundreds of signatures': (request, random, now) =>
    signedBy(request, `t=${Math.floor(now / 1000)}${`,v1=${random.hex(2)}`.repeat(900)}`),
  'a token that is none': (request, random) => ({
    ...request,
    token: random.pick([
      '',
      '.',
      '..',
      'a.b.c',
      '%',
      '\uD800',
      '../../x',
      `${'a'.repeat(9_000)}.${random.hex(22)}`,
      random.hex(40),
    ]),
  }),
};

const SIGNATURES = ['handrail-signature', 'x-twilio-signature'];
const isSignature = (name: string) => SIGNATURES.includes(name.toLowerCase());

function signatureOf({ headers, token }: Request): string {
  const [, value] = Object.entries(headers).find(([name]) => isSignature(name)) ?? [];
  return value ?? token.split('.')[1] ?? '';
}

/** In place of the signature that a request has, wherever that stands. */
function signedBy(request: Request, signature: string): Request {
  const { route, token } = request;
  if (route.includes('{token}')) return { ...request, token: `${token.split('.')[0]}.${signature}` };
  const others = Object.entries(request.headers).filter(([name]) => !isSignature(name));
  const name = route === 'POST /events' ? 'handrail-signature' : 'x-twilio-signature';
  return { ...request, headers: { ...Object.fromEntries(others), [name]: signature } };
}
