import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { VersionConflict } from '#shared/ports.ts';
import { aLog, anSqsEvent } from './events.ts';

const Message = z.strictObject({
  followUpId: z.string(),
  input: z.object({ kind: z.string() }),
  client: z.object({ phone: z.string() }).optional(),
});
const aMessage = (followUpId: string) => ({ followUpId, input: { kind: 'wake' } });

describe('a worker on a queue', () => {
  it('runs the records one after the other and says how each went, in one line of ids', async () => {
    const log = aLog();
    let running = 0;
    const worker = sqsWorker(
      Message,
      async ({ followUpId }) => {
        running += 1;
        await Promise.resolve();
        expect(running).toBe(1);
        running -= 1;
        return `done-${followUpId.at(-1)}`;
      },
      log.write,
    );
    expect(await worker(anSqsEvent(aMessage('fu#1'), aMessage('fu#2')))).toEqual({ batchItemFailures: [] });
    expect(log.entries()).toMatchObject([
      { outcome: 'done-1', ids: { followUpId: 'fu#1' }, kind: 'wake', requestId: 'm1' },
      { outcome: 'done-2', ids: { followUpId: 'fu#2' }, kind: 'wake', requestId: 'm2' },
    ]);
  });

  it('counts every outcome by function, as a metric in the same line', async () => {
    const log = aLog();
    await sqsWorker(
      Message,
      () => Promise.resolve('check-in-answered'),
      log.write,
    )(anSqsEvent(aMessage('fu#1')));
    expect(log.entries()[0]).toMatchObject({
      Outcome: 'check-in-answered',
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'Handrail',
            Dimensions: [['Function', 'Outcome']],
            Metrics: [{ Name: 'Outcomes', Unit: 'Count' }],
          },
        ],
      },
    });
  });

  it('hands back only the record that failed; the others are done', async () => {
    const log = aLog();
    const worker = sqsWorker(
      Message,
      ({ followUpId }) =>
        followUpId === 'fu#2' ? Promise.reject(new VersionConflict(followUpId)) : Promise.resolve('done'),
      log.write,
    );
    const result = await worker(anSqsEvent(aMessage('fu#1'), aMessage('fu#2'), aMessage('fu#3')));
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(log.entries()[1]).toMatchObject({
      outcome: 'failed',
      error: { name: 'VersionConflict', documentId: 'fu#2' },
    });
  });

  const secrets = ['+14105550134', 'Maya', 'maya@example.org'];
  it.each([
    ['that is no JSON', '{"followUpId": "Maya +14105550134'],
    ['with a wrong field', { ...aMessage('fu#1'), client: { phone: 14105550134, name: 'Maya' } }],
    ['with a field too many', { ...aMessage('fu#1'), 'maya@example.org': 'Maya' }],
    ['of nothing', ''],
    ['that is null', 'null'],
  ])('parks a body %s, and logs paths but no piece of it', async (_, body) => {
    const log = aLog();
    const result = await sqsWorker(Message, () => Promise.resolve('done'), log.write)(anSqsEvent(body));
    expect(result.batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    expect(log.entries()[0]).toMatchObject({ outcome: 'unreadable', fields: expect.any(Array) });
    for (const word of [...secrets, '14105550134']) expect(log.text()).not.toContain(word);
  });

  const errors: [string, () => unknown, Record<string, unknown>][] = [
    ['of ours', () => new VersionConflict('fu#1'), { name: 'VersionConflict', documentId: 'fu#1' }],
    [
      'of Node',
      () => Object.assign(new Error('connect +14105550134'), { code: 'ECONNRESET' }),
      { name: 'Error', code: 'ECONNRESET' },
    ],
    [
      'of the AWS SDK',
      () =>
        Object.assign(new Error('cannot write Maya'), {
          name: 'ProvisionedThroughputExceededException',
          $metadata: { httpStatusCode: 400, requestId: 'aws-1' },
        }),
      { name: 'ProvisionedThroughputExceededException', status: 400, awsRequestId: 'aws-1' },
    ],
    [
      'of Twilio',
      () => Object.assign(new Error('To +14105550134'), { code: 21211, status: 400 }),
      { code: '21211', status: 400 },
    ],
    [
      'named after a person',
      () => Object.assign(new Error('x'), { name: 'Maya, +14105550134' }),
      { name: 'unnamed' },
    ],
    ['that is a word', () => 'Maya', { name: 'not-an-error' }],
    ['with a cause', () => new Error('x', { cause: { phone: '+14105550134' } }), { name: 'Error' }],
  ];
  it.each(errors)('names an error %s by its codes and never by its message', async (_, make, expected) => {
    const log = aLog();
    const worker = sqsWorker(Message, async () => Promise.reject(make() as Error), log.write);
    await worker(anSqsEvent(aMessage('fu#1')));
    expect(log.entries()[0]).toMatchObject({ outcome: 'failed', error: expected });
    for (const word of secrets) expect(log.text()).not.toContain(word);
  });

  it('logs no id that is none', async () => {
    const log = aLog();
    const worker = sqsWorker(Message, () => Promise.resolve('done'), log.write);
    await worker(anSqsEvent({ followUpId: 'Maya, tel. +14105550134', input: { kind: 'call Maya' } }));
    expect(log.entries()[0]).toMatchObject({ outcome: 'done', ids: {} });
    for (const word of secrets) expect(log.text()).not.toContain(word);
  });
});
