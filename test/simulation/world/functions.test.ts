import type { SQSEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import type { FunctionName } from './functions.ts';
import { FUNCTIONS, type Handler } from './functions.ts';
import type { ServerPorts } from './ports.ts';

const unreadable = {
  Records: [{ messageId: 'm-1', body: 'marigolds', attributes: { ApproximateReceiveCount: '1' } }],
} as unknown as SQSEvent; // the fields that the worker reads
const text = { messageSid: 'SM1', from: '+14105550134', to: '+14105550100', body: 'ok', media: 0, at: 0 };
const link = { method: 'GET', token: 'none', form: new URLSearchParams() };

/** Every way in that a function has. */
const WAYS_IN: { readonly [N in FunctionName]: readonly ((handler: Handler<N>) => Promise<unknown>)[] } = {
  'start-follow-up': [(batch) => batch(unreadable)],
  'advance-follow-up': [(batch) => batch(unreadable)],
  'advance-case': [(batch) => batch(unreadable)],
  'send-message': [(batch) => batch(unreadable)],
  'wake-due': [({ queue }) => queue(unreadable), ({ schedule }) => schedule()],
  watch: [(look) => look()],
  'receive-text': [(take) => take(text)],
  'receive-text-fallback': [(take) => take(text)],
  'receive-delivery-status': [(take) => take({ messageId: 'fu#1~first~1~sms', status: 'delivered', at: 0 })],
  'receive-session-closed': [(take) => take('{}')],
  'serve-link': [(serve) => serve(link)],
};

/** Nothing works on this server, so that all it can do is to say so. */
const NO_PORTS = {} as ServerPorts;

const each = Object.entries(WAYS_IN) as [FunctionName, readonly ((handler: unknown) => Promise<unknown>)[]][]; // each with its own handler

it.each(each)('what %s logs when it fails is held against everything personal', async (name, waysIn) => {
  for (const enter of waysIn) {
    const lines: string[] = [];
    await enter(FUNCTIONS[name](NO_PORTS, (line) => lines.push(line))).catch(() => 'failed');
    expect(lines.map((line) => Object(JSON.parse(line)).outcome)).toEqual([
      expect.stringMatching(/failed|unreadable/),
    ]);
  }
});
