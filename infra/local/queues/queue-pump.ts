import * as z from 'zod';
import type { Activity } from '../clock/activity.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalStackError } from '../local-stack-error.ts';
import type { Access } from '../policies/access.ts';
import { REGION } from '../template/identities.ts';
import type { Resource } from '../template/resources.ts';
import { hasVisible } from './create-queues.ts';
import type { EmbeddedFauxqs, EmbeddedQueue } from './embedded-fauxqs.ts';

const MappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.string()).default([]),
  MaximumBatchingWindowInSeconds: z.number().optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().optional() }).optional(),
  Tags: z.unknown().optional(),
});

export type Mapping = {
  readonly queueArn: string;
  readonly functionReference: string;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly partialFailures: boolean;
};

/** Throws LocalStackError `unsupported-template`, as for filters. */
export function readMapping(resource: Resource): Mapping | undefined {
  const parsed = MappingProperties.safeParse(resource.properties);
  if (!parsed.success)
    throw new LocalStackError(
      'unsupported-template',
      resource.logicalId,
      `the mapping ${resource.logicalId} cannot be run locally: ${z.prettifyError(parsed.error)}`,
    );
  const mapping = parsed.data;
  if (!mapping.Enabled) return undefined;
  return {
    queueArn: mapping.EventSourceArn,
    functionReference: mapping.FunctionName,
    batchSize: mapping.BatchSize,
    concurrency: mapping.ScalingConfig?.MaximumConcurrency ?? 5,
    partialFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
  };
}

/** Lambda's poller of one queue. */
export type QueuePump = {
  readonly queue: EmbeddedQueue;
  /** Takes what is visible now, until nothing is. */
  readonly kick: () => void;
};

export type PumpParts = {
  readonly fauxqs: EmbeddedFauxqs;
  readonly activity: Activity;
  readonly access: Access;
  readonly onDeadLetter: (queue: EmbeddedQueue, body: string, messageId: string) => void;
};

export function createPump(
  mapping: Mapping,
  queue: EmbeddedQueue,
  target: LocalFunction,
  parts: PumpParts,
): QueuePump {
  const { fauxqs, activity, access, onDeadLetter } = parts;
  const loops = Math.min(mapping.concurrency, target.spec.concurrency);
  let running = 0;

  const mayPoll = () => {
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
    const needs = actions.map((action) => ({ action, resource: queue.arn }));
    const who = { role: target.spec.roleArn, name: target.spec.nameInCode };
    return !access.refusal(who, [...needs, ...access.keyNeeds(queue.arn, 'read')]);
  };
  const take = () => {
    const dead: [EmbeddedQueue, string, string][] = [];
    const resolveDeadLetters = (arn: string) => deadLetterQueue(fauxqs, arn, dead);
    const taken = fauxqs.together(() =>
      queue.dequeue(Math.min(mapping.batchSize, 10), undefined, resolveDeadLetters),
    );
    dead.forEach(([letters, body, id]) => onDeadLetter(letters, body, id));
    return taken;
  };
  const loop = async () => {
    while (hasVisible(queue)) {
      const messages = take();
      if (messages.length === 0) continue;
      const result = await target.invoke({ Records: messages.map((message) => recordOf(queue, message)) });
      const failed = result.ok ? failedIds(mapping, result.value) : undefined;
      if (failed === undefined) continue;
      const done = messages.filter((message) => !failed.has(message.MessageId));
      fauxqs.together(() => done.forEach((message) => queue.deleteMessage(message.ReceiptHandle)));
    }
  };
  return {
    queue,
    kick() {
      if (!hasVisible(queue) || !mayPoll()) return;
      while (running < loops) {
        running += 1;
        void activity.during(() => loop().finally(() => (running -= 1)));
      }
    },
  };
}

/** The dead-letter queue, telling what comes into it. */
function deadLetterQueue(
  fauxqs: EmbeddedFauxqs,
  arn: string,
  dead: [EmbeddedQueue, string, string][],
): EmbeddedQueue | undefined {
  const queue = fauxqs.queues.getQueueByArn(arn);
  if (!queue) return undefined;
  return new Proxy(queue, {
    get: (target, property) => {
      if (property !== 'enqueue') return Reflect.get(target, property);
      return (message: Parameters<EmbeddedQueue['enqueue']>[0]) => {
        dead.push([target, message.body, message.messageId]);
        target.enqueue(message);
      };
    },
  });
}

/** undefined: the whole batch failed. AWS treats a malformed answer so too. */
function failedIds(mapping: Mapping, value: unknown): Set<string> | undefined {
  if (!mapping.partialFailures || value === undefined || value === null) return new Set();
  const Failures = z.object({
    batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).optional(),
  });
  const parsed = Failures.safeParse(value);
  if (!parsed.success) return undefined;
  return new Set((parsed.data.batchItemFailures ?? []).map((failure) => failure.itemIdentifier));
}

function recordOf(queue: EmbeddedQueue, message: ReturnType<EmbeddedQueue['dequeue']>[number]) {
  const kept = queue.inflightMessages.get(message.ReceiptHandle)?.message;
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: {
      ApproximateReceiveCount: String(kept?.approximateReceiveCount ?? 1),
      SentTimestamp: String(kept?.sentTimestamp ?? 0),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(kept?.approximateFirstReceiveTimestamp ?? 0),
    },
    messageAttributes: message.MessageAttributes ?? {},
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: REGION,
  };
}
