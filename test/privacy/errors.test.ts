import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { busHandler } from '#shared/lambda/bus-handler.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { empty } from '#shared/lambda/http-results.ts';
import { describeError } from '#shared/lambda/log.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { aLog, anHttpEvent, anSqsEvent } from '#test/unit/lambda/events.ts';
import { findMarkers } from './find-markers.ts';
import { aMarkedClient } from './marked-client.ts';

const { markers, phone, email, says } = aMarkedClient(3);
const words = says('in a text');
const everything = `${phone} ${email} ${words}`;
const leaksIn = (text: string) => findMarkers(text, markers);

/** Errors as libraries throw them, that say what they failed on in every way they can. */
const troubles: [string, unknown][] = [
  ['an error with a message', new Error(everything)],
  [
    'one whose message looks like a stack',
    new Error(`x\n    at ${words} (${words}:1:2)\n    at ${words}.js:30:12`),
  ],
  [
    'one whose stack was written by another',
    Object.assign(new Error('x'), { stack: `x\n    at ${words}:1:2` }),
  ],
  ['one that wraps another', new Error('x', { cause: new Error(everything) })],
  ['many at once', new AggregateError([new Error(everything)], everything)],
  ['what JSON.parse says', thrownBy(() => JSON.parse(everything))],
  ['what a schema says', thrownBy(() => z.strictObject({ a: z.literal(words) }).parse({ [phone]: email }))],
  ['what an address says', thrownBy(() => new URL(everything))],
  [
    'an AWS error that quotes the item',
    Object.assign(new Error(`The value ${everything} is too long`), {
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400, requestId: everything },
      $response: { body: everything },
      Item: { value: phone },
    }),
  ],
  [
    'a carrier’s error that quotes the number',
    Object.assign(new Error(`The 'To' number ${phone} is not valid`), {
      status: 400,
      code: 21_211,
      details: { phone },
      moreInfo: email,
    }),
  ],
  [
    'a system error with an address',
    Object.assign(new Error('x'), { code: everything, errno: email, documentId: phone }),
  ],
  ['an error with a sentence for a name', Object.assign(new Error('x'), { name: everything })],
  ['no error at all', everything],
  ['an object', { message: everything, toString: () => everything }],
];

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe.each(troubles)('%s', (_, trouble) => {
  const fails = () => Promise.reject(trouble);

  test('is logged without what it failed on', async () => {
    const log = aLog();
    await sqsWorker(z.unknown(), fails, log.write)(anSqsEvent({ followUpId: 'fu#1' }));
    await httpHandler(fails, log.write, fails)(anHttpEvent());
    await scheduleHandler(fails, log.write)().catch(() => undefined);
    await busHandler(z.unknown(), fails, log.write)(aBusEvent({})).catch(() => undefined);
    expect(log.entries().map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed', 'failed']);
    expect(leaksIn(log.text())).toEqual([]);
  });

  test('is told to Lambda and to whoever asked without it', async () => {
    const told = await Promise.all([
      httpHandler(fails, quiet)(anHttpEvent()),
      scheduleHandler(fails, quiet)().catch(inFull),
      busHandler(z.unknown(), fails, quiet)(aBusEvent({})).catch(inFull),
    ]);
    expect(told.every((one) => one !== undefined)).toBe(true);
    expect(leaksIn(JSON.stringify(told))).toEqual([]);
  });
});

const quiet = () => undefined;
const nothing = () => Promise.resolve('read');
const read = () => readEnvironment(z.object({ A_TABLE: z.literal('x') }), { A_TABLE: everything });
const inFull = (error: unknown) =>
  error instanceof Error ? [error.name, error.message, error.stack, String(error.cause)] : [error];
const aBusEvent = (detail: unknown) => ({ id: 'e1', source: 's', 'detail-type': 't', time: '', detail });

describe('an error of our own', () => {
  test('still says where it was thrown', () => {
    expect(describeError(new Error(everything)).at).toMatch(/^errors\.test\.ts:\d+:\d+$/);
    const named = new TypeError('many\nlines\nof it');
    expect(describeError(named)).toMatchObject({
      name: 'TypeError',
      at: expect.stringMatching(/^errors\.test\.ts/),
    });
  });
});

describe('what cannot be read', () => {
  const Message = z.strictObject({
    id: z.string(),
    tags: z.record(z.string(), z.array(z.string())).optional(),
  });
  const wrong = { [phone]: words, id: 7, tags: { [`${email} ${words}`]: 7, [words]: phone } };

  test('is logged by the fields that our contract knows', async () => {
    const log = aLog();
    await sqsWorker(
      Message,
      nothing,
      log.write,
    )(anSqsEvent(wrong, everything, [everything], `"${everything}`));
    const bus = busHandler(Message, nothing, log.write);
    const told = await bus(aBusEvent(wrong)).catch(inFull);
    expect(log.entries().every(({ outcome }) => outcome === 'unreadable')).toBe(true);
    expect(log.text()).toContain('"id"');
    expect(leaksIn(`${log.text()} ${JSON.stringify(told)}`)).toEqual([]);
  });

  test('names a variable of the environment and never its value', () => {
    expect(read).toThrow('A_TABLE has a value that is not allowed');
    expect(leaksIn(String(thrownBy(read)))).toEqual([]);
  });
});

describe('a request', () => {
  test('is logged by ids of our own shape alone', async () => {
    const log = aLog();
    const ids = { messageId: `fu#1~d1~1~sms`, inboundId: everything, followUpId: email };
    await httpHandler(() => Promise.resolve(empty(200, { outcome: 'ok', ids })), log.write)(anHttpEvent());
    expect(log.entries()[0]).toMatchObject({ ids: { messageId: 'fu#1~d1~1~sms' } });
    expect(leaksIn(log.text())).toEqual([]);
  });
});
