import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import type { Queues } from '#shared/ports.ts';
import { repeatable } from '#shared/adapters/aws/client-options.ts';

/** The queues that a function was given; asking for another is a defect of the wiring. */
export type QueueUrls = Partial<
  Record<'inbox' | 'followUps' | 'cases' | 'send' | 'urgentSend' | 'wake', string | undefined>
>;

/** SQS: at most 15 minutes. */
const LONGEST_DELAY = 900;
const BATCH = 10;

/** The queues between functions. Bodies are JSON with ids and codes. */
export function sqsQueues(urls: QueueUrls, config: SQSClientConfig = {}): Queues {
  const client = new SQSClient({ ...repeatable, ...config });

  async function put(queue: keyof QueueUrls, body: unknown, delaySeconds = 0): Promise<void> {
    await client.send(
      new SendMessageCommand({
        QueueUrl: urlOf(urls, queue),
        MessageBody: JSON.stringify(body),
        ...(delaySeconds > 0 && { DelaySeconds: Math.min(LONGEST_DELAY, Math.ceil(delaySeconds)) }),
      }),
    );
  }

  async function putAll(queue: keyof QueueUrls, bodies: readonly unknown[]): Promise<void> {
    for (let start = 0; start < bodies.length; start += BATCH) {
      const entries = bodies
        .slice(start, start + BATCH)
        .map((body, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) }));
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: urlOf(urls, queue), Entries: entries }),
      );
      if (Failed.length > 0) throw new NotQueued(queue, Failed.length);
    }
  }

  return {
    toInbox: (inboxId) => put('inbox', { inboxId }),
    toFollowUp: (followUpId, input) => put('followUps', { followUpId, input }),
    toText: (contactId, inboundId) => put('inbox', { contactId, inboundId }),
    toCase: (caseId, input) => put('cases', { caseId, input }),
    toSend: (request, lane, delaySeconds) =>
      put(lane === 'urgent' ? 'urgentSend' : 'send', request, delaySeconds),
    wakeFollowUps: (ids) =>
      putAll(
        'followUps',
        ids.map((followUpId) => ({ followUpId, input: { kind: 'wake' } })),
      ),
    wakeCases: (ids) =>
      putAll(
        'cases',
        ids.map((caseId) => ({ caseId, input: { kind: 'wake' } })),
      ),
    toInboxAgain: (ids) =>
      putAll(
        'inbox',
        ids.map((inboxId) => ({ inboxId })),
      ),
    lookAgain: (delaySeconds) => put('wake', { pass: 'again' }, delaySeconds),
    async backlog(queue) {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: urlOf(urls, queue === 'follow-ups' ? 'followUps' : queue),
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      );
      return Number(Attributes['ApproximateNumberOfMessages'] ?? 0);
    },
  };
}

function urlOf(urls: QueueUrls, queue: keyof QueueUrls): string {
  const url = urls[queue];
  if (url === undefined) throw new NoSuchQueue(queue);
  return url;
}

/** Thrown when a function uses a queue that its environment does not name. */
export class NoSuchQueue extends Error {
  constructor(queue: string) {
    super(`this function was given no address of the ${queue} queue`);
    this.name = 'NoSuchQueue';
  }
}

/** Thrown when some messages of a batch were not taken. */
export class NotQueued extends Error {
  constructor(queue: string, count: number) {
    super(`${count} messages were not taken by the ${queue} queue`);
    this.name = 'NotQueued';
  }
}
