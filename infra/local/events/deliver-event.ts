import type { InvokeLater } from '../lambda/invoke-later.ts';
import type { Access } from '../policies/access.ts';
import type { EmbeddedFauxqs } from '../queues/embedded-fauxqs.ts';
import type { Deliver } from './event-buses.ts';

/** Hands events to queues and functions, if their policies let EventBridge. A refusal is recorded, and the event is lost, as on AWS. */
export function deliverEvents(
  fauxqs: EmbeddedFauxqs,
  access: Access,
  later: InvokeLater,
  onSent: (queueName: string) => void,
): Deliver {
  return async (target, ruleArn, event) => {
    const who = { service: 'events.amazonaws.com', sourceArn: ruleArn };
    const queue = fauxqs.queues.getQueueByArn(target.arn);
    if (!queue) return later.invoke(who, target.arn, event);
    const needs = [
      { action: 'sqs:SendMessage', resource: target.arn },
      ...access.keyNeeds(target.arn, 'write'),
    ];
    if (access.refusal(who, needs)) return;
    queue.enqueue(fauxqs.newMessage(event));
    onSent(queue.name);
  };
}
