import * as z from 'zod';
import { openJournal } from '../data/journal.ts';
import type { Tell } from '../happening.ts';
import { deliveryQueueName } from '../queues/create-queues.ts';
import type { EmbeddedFauxqs } from '../queues/embedded-fauxqs.ts';
import type { Resource, Resources } from '../template/resources.ts';

/** What a person subscribed to a topic received. */
export type StaffDelivery = {
  /** The topic's name in code, such as `AlertStep1Topic`. */
  readonly topic: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly subject?: string;
  readonly message: string;
  readonly messageId: string;
};
export type KeptDelivery = StaffDelivery & { readonly at: number };

export type StaffPhones = {
  readonly all: () => readonly KeptDelivery[];
  /** Delivers what was published to this topic and not yet delivered. */
  readonly deliver: (topicArn: string) => void;
  readonly deliverAll: () => void;
  readonly close: () => void;
};

const Envelope = z.object({ Message: z.string(), Subject: z.string().optional(), MessageId: z.string() });

/** In place of SNS's e-mails and texts: everyone subscribed to a topic has a list of what came. */
export function openStaffPhones(
  fauxqs: EmbeddedFauxqs,
  resources: Resources,
  now: () => number,
  tell: Tell,
  file: string | undefined,
): StaffPhones {
  const journal = openJournal<KeptDelivery>(file);
  const kept = [...journal.past];
  const delivered = new Set(kept.map((delivery) => `${delivery.messageId} ${delivery.endpoint}`));
  const topics = resources.ofType('AWS::SNS::Topic');

  const receive = (topic: Resource, body: string) => {
    const { Message, Subject, MessageId } = Envelope.parse(JSON.parse(body));
    for (const { protocol, endpoint } of subscriptionsOf(resources, topic)) {
      const key = `${MessageId} ${endpoint}`;
      // A kill between this list and the queue brings the message here twice.
      if (delivered.has(key)) continue;
      const delivery = {
        topic: topic.name,
        protocol,
        endpoint,
        ...(Subject !== undefined && { subject: Subject }),
        message: Message,
        messageId: MessageId,
      };
      journal.append({ ...delivery, at: now() });
      kept.push({ ...delivery, at: now() });
      delivered.add(key);
      tell({ kind: 'staff-told', ...delivery });
    }
  };
  const deliver = (topic: Resource) => {
    const queue = fauxqs.queues.getQueueByName(deliveryQueueName(topic.attributes['TopicName'] ?? ''));
    for (const message of queue?.dequeue(10, 0) ?? []) {
      receive(topic, message.Body);
      queue?.deleteMessage(message.ReceiptHandle);
    }
  };
  return {
    all: () => kept,
    deliver: (topicArn) => topics.filter((topic) => topic.ref === topicArn).forEach(deliver),
    deliverAll: () => topics.forEach(deliver),
    close: () => journal.close(),
  };
}

function subscriptionsOf(resources: Resources, topic: Resource): { protocol: string; endpoint: string }[] {
  const own = [topic.properties['Subscription']].flat().map((properties) => Object(properties));
  const separate = resources
    .ofType('AWS::SNS::Subscription')
    .map((subscription) => subscription.properties)
    .filter((properties) => properties['TopicArn'] === topic.ref);
  return [...own, ...separate]
    .filter((properties) => properties['Endpoint'] !== undefined)
    .map((properties) => ({
      protocol: String(properties['Protocol']),
      endpoint: String(properties['Endpoint']),
    }));
}
