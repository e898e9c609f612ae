import { PHONE, WORDS } from './people.ts';
import type { Random } from './random.ts';
import type { Request } from './request.ts';

type Mutation = (request: Request, random: Random, now: number) => Request;

/** Every way in which a request is spoilt, one of which is drawn. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'random bytes': (request, random) => ({ ...request, body: random.bytes(random.int(400)) }),
  'no body': (request) => ({ ...request, body: Buffer.alloc(0) }),
  'cut short': (request, random) => ({
    ...request,
    body: request.body.subarray(0, random.int(request.body.length + 1)),
  }),
  'a byte changed': (request, random) => {
    const body = Buffer.from(request.body);
    if (body.length > 0) body[random.int(body.length)] = random.int(256);
    return { ...request, body };
  },
  'invalid UTF-8': (request, random) =>
    splice(request, random, Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80])),
  'a NUL': (request, random) => splice(request, random, Buffer.from('\0')),
  'odd characters': (request, random) =>
    splice(
      request,
      random,
      Buffer.from(random.pick(['\uFEFF', '\uFFFE', '\u202E', '💔', '%', '%zz', '\r\n\r\n'])),
    ),
  'said twice': (request) => ({
    ...request,
    body: Buffer.concat([request.body, Buffer.from('&'), request.body]),
  }),
  'a doubled field': (request, random) => append(request, `&${random.pick(fieldNames)}=${random.hex(4)}`),
  'a field that every object has': (request, random) => withOddField(request, random),
  'another type of value': (request, random) => retyped(request, random),
  'a deep nest': (request, random) => ({ ...request, body: nest(random, 1 + random.int(20_000)) }),
  'a large body': (request, random) => append(request, `&x=${'z'.repeat(random.int(50_000))}`),
  'many fields': (request, random) =>
    append(request, `&${random.hex(1)}=${random.hex(1)}`.repeat(random.int(2_000))),
  'called base64': (request) => ({ ...request, encoding: 'text-called-base64' }),
  'not called base64': (request) => ({ ...request, encoding: 'base64-called-text' }),
  'another content type': (request, random) => withHeader(request, 'Content-Type', random.pick(contentTypes)),
  'names of headers in another case': (request, random) => ({
    ...request,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        random.pick([name.toUpperCase(), name.toLowerCase()]),
        value,
      ]),
    ),
  }),
  'odd headers': (request, random) =>
    withHeader(
      request,
      random.pick(['__proto__', 'constructor', 'x-forwarded-for', 'traceparent', '']),
      `${PHONE} ${WORDS}`,
    ),
  'no headers': (request) => ({ ...request, headers: {} }),
  'another query': (request, random) => ({
    ...request,
    query: random.pick(queries).replace('#', random.hex(8)),
  }),
};

const fieldNames = [
  'From',
  'Body',
  'MessageSid',
  'To',
  'NumMedia',
  'MessageStatus',
  'staffId',
  'answer',
  'words',
] as const;
const contentTypes = [
  'application/json',
  'text/plain; charset=utf-16',
  'multipart/form-data; boundary=x',
  '',
] as const;
const queries = [
  `m=${'m'.repeat(3_000)}`,
  `m=%23&m=fu%23#`,
  'm=~',
  'm=case%23#~a',
  'm=%FF%FE',
  `m=${encodeURIComponent(`fu#${PHONE}~${WORDS}`)}`,
  'm=fu%23%EF%BF%BE~d1~1~sms',
  'a=__proto__&__proto__=x&constructor[prototype]=y',
  '&&==?&%',
] as const;

function splice(request: Request, random: Random, bytes: Buffer): Request {
  const at = random.int(request.body.length + 1);
  return {
    ...request,
    body: Buffer.concat([request.body.subarray(0, at), bytes, request.body.subarray(at)]),
  };
}

const append = (request: Request, text: string): Request => ({
  ...request,
  body: Buffer.concat([request.body, Buffer.from(text)]),
});

const withHeader = (request: Request, name: string, value: string): Request => {
  const headers = { ...request.headers };
  Object.defineProperty(headers, name, { value, enumerable: true });
  return { ...request, headers };
};

function withOddField(request: Request, random: Random): Request {
  const name = random.pick(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then']);
  if (request.route !== 'POST /events') return append(request, `&${name}=${WORDS}&${name}[polluted]=1`);
  const text = request.body.toString('utf8').replace('{', `{"${name}":{"polluted":1,"value":"${PHONE}"},`);
  return { ...request, body: Buffer.from(text) };
}

/** Of JSON any value, of a form any field. */
function retyped(request: Request, random: Random): Request {
  const odd = random.pick([
    'null',
    '1e400',
    '-0',
    '[]',
    '{}',
    'true',
    `"${WORDS}"`,
    `["${PHONE}"]`,
    '"\\ud800"',
  ]);
  const text = request.body.toString('utf8');
  const values = [...text.matchAll(/(?<=":)("[^"]*"|\d+|true|\[[^\]]*\])|(?<==)[^&]*/g)];
  const value = values[random.int(Math.max(1, values.length))];
  if (!value) return request;
  const isJson = text.startsWith('{');
  const next = isJson ? odd : encodeURIComponent(odd === 'null' ? 'x'.repeat(5_000) : odd);
  return {
    ...request,
    body: Buffer.from(text.slice(0, value.index) + next + text.slice(value.index + value[0].length)),
  };
}

function nest(random: Random, depth: number): Buffer {
  const [open, close] = random.pick<[string, string]>([
    ['[', ']'],
    ['{"plan":', '}'],
    ['{"client":[', ']}'],
  ]);
  const isClosed = random.chance(0.5);
  return Buffer.from(`${open.repeat(depth)}1${isClosed ? close.repeat(depth) : ''}`);
}
