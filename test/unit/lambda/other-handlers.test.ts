import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { busHandler } from '#shared/lambda/bus-handler.ts';
import { byEvent } from '#shared/lambda/by-event.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { aLog, anHttpEvent, anSqsEvent } from './events.ts';

const A_RECEIPT = {
  id: 'b7d4',
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  time: '2026-11-23T17:00:00Z',
  detail: { eventType: 'Bounce', to: 'maya@example.org' },
};
const Receipt = z.object({ eventType: z.enum(['Bounce', 'Complaint']) });

describe('a handler of a schedule', () => {
  it('logs how it went', async () => {
    const log = aLog();
    await scheduleHandler(() => Promise.resolve('woken'), log.write)();
    expect(log.entries()).toMatchObject([{ outcome: 'woken' }]);
  });

  it('fails so that it alarms, without repeating what the error says', async () => {
    const log = aLog();
    const handler = scheduleHandler(() => Promise.reject(new Error('Maya')), log.write);
    await expect(handler()).rejects.toThrow('see the log line');
    expect(log.entries()).toMatchObject([{ outcome: 'failed', error: { name: 'Error' } }]);
    expect(log.text()).not.toContain('Maya');
  });
});

describe('a handler of the bus', () => {
  it('reads the detail with its contract', async () => {
    const log = aLog();
    const handler = busHandler(
      Receipt,
      ({ eventType }, { at }) => Promise.resolve(`${eventType}-${at}`),
      log.write,
    );
    await handler(A_RECEIPT);
    expect(log.entries()).toMatchObject([{ outcome: 'Bounce-1795453200000', requestId: 'b7d4' }]);
  });

  it.each([
    ['cannot be read', { ...A_RECEIPT, detail: { eventType: 'maya@example.org' } }, 'unreadable'],
    ['breaks something', A_RECEIPT, 'failed'],
  ])('fails for an event that %s, and quotes none of it', async (_, event, outcome) => {
    const log = aLog();
    const handler = busHandler(Receipt, () => Promise.reject(new Error('maya@example.org')), log.write);
    const error = await handler(event).catch(String);
    expect(log.entries()).toMatchObject([{ outcome }]);
    expect(`${log.text()}${String(error)}`).not.toContain('maya');
  });
});

describe('a function with several triggers', () => {
  const handler = byEvent({
    queue: () => Promise.resolve({ batchItemFailures: [{ itemIdentifier: 'queue' }] }),
    http: () => Promise.resolve({ statusCode: 299 }),
    bus: () => Promise.reject(new Error('bus')),
    schedule: () => Promise.reject(new Error('schedule')),
  });

  it('takes each event to its own handler', async () => {
    expect(await handler(anSqsEvent())).toEqual({ batchItemFailures: [{ itemIdentifier: 'queue' }] });
    expect(await handler(anHttpEvent())).toEqual({ statusCode: 299 });
    await expect(handler(A_RECEIPT)).rejects.toThrow('bus');
    await expect(handler({ ...A_RECEIPT, 'detail-type': 'Scheduled Event' })).rejects.toThrow('schedule');
    await expect(handler({})).rejects.toThrow('schedule');
  });

  it('refuses an event that it has no handler for', async () => {
    await expect(byEvent({})({})).rejects.toThrow(expect.objectContaining({ name: 'UnknownEvent' }));
  });
});

describe('the environment', () => {
  const Env = z.object({
    CASES_TABLE: z.string(),
    PUBLIC_URL: z.url(),
    TWILIO_BASE_URL: z.string().optional(),
  });

  it('is read once it has everything', () => {
    const read = readEnvironment(Env, { CASES_TABLE: 't', PUBLIC_URL: 'https://example.org', OTHER: 'x' });
    expect(read).toEqual({ CASES_TABLE: 't', PUBLIC_URL: 'https://example.org' });
  });

  it('names every variable that is missing or wrong, and no value', () => {
    expect(() => readEnvironment(Env, { PUBLIC_URL: 'no address' })).toThrow(
      'The environment does not fit this function: CASES_TABLE is missing; PUBLIC_URL has a value that is not allowed',
    );
  });
});
