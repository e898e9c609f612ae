import { ACCOUNT } from '../template/identities.ts';
import type { Resource, Resources } from '../template/resources.ts';
import type { EmbeddedFauxqs, EmbeddedQueue } from './embedded-fauxqs.ts';

const numbers = [
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'VisibilityTimeout',
] as const;

/** Creates the queues, topics and buckets that are not there yet and brings queue attributes up to date. */
export function createQueuesTopicsBuckets(fauxqs: EmbeddedFauxqs, resources: Resources): void {
  for (const queue of resources.ofType('AWS::SQS::Queue')) ensureQueue(fauxqs, queue);
  for (const topic of resources.ofType('AWS::SNS::Topic')) ensureTopic(fauxqs, topic);
  for (const bucket of resources.ofType('AWS::S3::Bucket')) {
    if (!fauxqs.buckets.hasBucket(bucket.ref)) fauxqs.buckets.createBucket(bucket.ref);
  }
}

function ensureQueue(fauxqs: EmbeddedFauxqs, queue: Resource): void {
  const name = queue.attributes['QueueName'] ?? queue.logicalId;
  const attributes: Record<string, string> = {};
  for (const attribute of numbers) {
    const value = queue.properties[attribute];
    if (typeof value === 'number' || typeof value === 'string') attributes[attribute] = String(value);
  }
  const redrive = queue.properties['RedrivePolicy'];
  if (redrive !== undefined) attributes['RedrivePolicy'] = JSON.stringify(redrive);

  const existing = fauxqs.queues.getQueueByName(name);
  if (existing) existing.setAttributes(attributes);
  else fauxqs.queues.createQueue(name, queue.ref, queue.attributes['Arn'] ?? '', attributes);
}

/** Every topic feeds one queue of the runner, from which what people would receive is taken. */
function ensureTopic(fauxqs: EmbeddedFauxqs, topic: Resource): void {
  const name = topic.attributes['TopicName'] ?? topic.logicalId;
  const queueName = deliveryQueueName(name);
  if (!fauxqs.topics.getTopic(topic.ref)) fauxqs.topics.createTopic(name, undefined, undefined, 'us-east-1');
  const arn = `arn:aws:sqs:us-east-1:${ACCOUNT}:${queueName}`;
  if (!fauxqs.queues.getQueueByName(queueName))
    fauxqs.queues.createQueue(queueName, `http://127.0.0.1/${ACCOUNT}/${queueName}`, arn);
  if (fauxqs.topics.listSubscriptionsByTopic(topic.ref).subscriptions.length === 0)
    fauxqs.topics.subscribe(topic.ref, 'sqs', arn);
}

export const deliveryQueueName = (topicName: string) => `deliveries-of-${topicName}`;

/** When a message of this queue next becomes visible, epoch ms; undefined when none is delayed or in flight. */
export function nextVisibleAt(queue: EmbeddedQueue): number | undefined {
  let next = Infinity;
  for (const message of queue.delayedMessages) next = Math.min(next, message.delayUntil ?? Infinity);
  for (const entry of queue.inflightMessages.values()) next = Math.min(next, entry.visibilityDeadline);
  return Number.isFinite(next) ? next : undefined;
}

/** Whether a receive would yield something at this moment. */
export function hasVisible(queue: EmbeddedQueue): boolean {
  queue.processTimers();
  return queue.messages.length > 0;
}
