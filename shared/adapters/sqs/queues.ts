import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import type { Queues } from '#shared/ports.ts';
import { repeatable } from '#shared/adapters/aws/client-options.ts';

/** The queues that a function was given, as its environment names them; asking for another is a defect of the wiring. */
export type QueueUrls = Partial<
  Record<
    | 'INBOX_QUEUE_URL'
    | 'FOLLOW_UP_QUEUE_URL'
    | 'CASE_QUEUE_URL'
    | 'SEND_QUEUE_URL'
    | 'URGENT_SEND_QUEUE_URL'
    | 'WAKE_QUEUE_URL',
    string
  >
>;
type QueueName = keyof QueueUrls;

const BACKLOG_OF = {
  inbox: 'INBOX_QUEUE_URL',
  'follow-ups': 'FOLLOW_UP_QUEUE_URL',
  cases: 'CASE_QUEUE_URL',
} as const satisfies Record<string, QueueName>;

/** SQS: at most 15 minutes. */
const LONGEST_DELAY = 900;
const BATCH = 10;

/** The queues between functions. Bodies are JSON with ids and codes. */
export function queues(urls: QueueUrls, config: SQSClientConfig = {}): Queues {
  const client = new SQSClient({ ...repeatable, ...config });

  async function put(queue: QueueName, body: unknown, delaySeconds = 0): Promise<void> {
    await client.send(
      new SendMessageCommand({
        QueueUrl: urlOf(urls, queue),
        MessageBody: JSON.stringify(body),
        ...(delaySeconds > 0 && { DelaySeconds: Math.min(LONGEST_DELAY, Math.ceil(delaySeconds)) }),
      }),
    );
  }

  async function putAll(queue: QueueName, bodies: readonly unknown[]): Promise<void> {
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
    toInbox: (inboxId) => put('INBOX_QUEUE_URL', { inboxId }),
    toFollowUp: (followUpId, input) => put('FOLLOW_UP_QUEUE_URL', { followUpId, input }),
    toText: (contactId, inboundId) => put('INBOX_QUEUE_URL', { contactId, inboundId }),
    toCase: (caseId, input) => put('CASE_QUEUE_URL', { caseId, input }),
    toSend: (request, lane, delaySeconds) =>
      put(lane === 'urgent' ? 'URGENT_SEND_QUEUE_URL' : 'SEND_QUEUE_URL', request, delaySeconds),
    wakeFollowUps: (ids) =>
      putAll(
        'FOLLOW_UP_QUEUE_URL',
        ids.map((followUpId) => ({ followUpId, input: { kind: 'wake' } })),
      ),
    wakeCases: (ids) =>
      putAll(
        'CASE_QUEUE_URL',
        ids.map((caseId) => ({ caseId, input: { kind: 'wake' } })),
      ),
    toInboxAgain: (ids) =>
      putAll(
        'INBOX_QUEUE_URL',
        ids.map((inboxId) => ({ inboxId })),
      ),
    lookAgain: (delaySeconds) => put('WAKE_QUEUE_URL', { pass: 'again' }, delaySeconds),
    async backlog(queue) {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: urlOf(urls, BACKLOG_OF[queue]),
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      );
      return Number(Attributes['ApproximateNumberOfMessages'] ?? 0);
    },
  };
}

function urlOf(urls: QueueUrls, queue: QueueName): string {
  const url = urls[queue];
  if (url === undefined) throw new NoSuchQueue(queue);
  return url;
}

/** Thrown when a function uses a queue that its environment does not name. */
class NoSuchQueue extends Error {
  constructor(queue: QueueName) {
    super(`this function's environment has no ${queue}`);
    this.name = 'NoSuchQueue';
  }
}

/** Thrown when some messages of a batch were not taken. */
class NotQueued extends Error {
  constructor(queue: QueueName, count: number) {
    super(`${count} messages were not taken by ${queue}`);
    this.name = 'NotQueued';
  }
}
