import type { Activity } from '../clock/activity.ts';
import type { Engines } from '../engines.ts';
import type { Tell } from '../happening.ts';
import type { FindFunction } from '../lambda/index-functions.ts';
import { LocalStackError } from '../local-stack-error.ts';
import type { Access } from '../policies/access.ts';
import type { Resource, Resources } from '../template/resources.ts';
import { nextVisibleAt } from './create-queues.ts';
import { createPump, readMapping, type QueuePump } from './queue-pump.ts';

/** Every poller of the template. */
export type Pumps = {
  readonly kick: (queueName: string) => void;
  readonly kickAll: () => void;
  /** When a delayed or hidden message of a polled queue is next to be seen. */
  readonly nextAt: () => number | undefined;
  readonly onDeadLetter: (queueArn: string, body: string, messageId: string) => void;
};

export type PumpsParts = {
  readonly resources: Resources;
  readonly engines: Engines;
  readonly find: FindFunction;
  readonly activity: Activity;
  readonly access: Access;
  readonly tell: Tell;
};

export function startPumps(parts: PumpsParts): Pumps {
  const { resources, tell } = parts;
  const onDeadLetter = (queueArn: string, body: string, messageId: string) =>
    tell({ kind: 'dead-letter', queue: resources.byReference(queueArn)?.name ?? queueArn, messageId, body });
  const pumps = resources
    .ofType('AWS::Lambda::EventSourceMapping')
    .flatMap((resource) => startPump(resource, parts, onDeadLetter));

  return {
    kick: (queueName) => pumps.filter((pump) => pump.queue.name === queueName).forEach((pump) => pump.kick()),
    kickAll: () => pumps.forEach((pump) => pump.kick()),
    nextAt: () => {
      const next = Math.min(...pumps.map((pump) => nextVisibleAt(pump.queue) ?? Infinity));
      return Number.isFinite(next) ? next : undefined;
    },
    onDeadLetter,
  };
}

function startPump(resource: Resource, parts: PumpsParts, onDeadLetter: Pumps['onDeadLetter']): QueuePump[] {
  const mapping = readMapping(resource);
  if (!mapping) return [];
  const queue = parts.engines.fauxqs.queues.getQueueByArn(mapping.queueArn);
  const target = parts.find(mapping.functionReference);
  if (!queue || !target)
    throw new LocalStackError(
      'unsupported-template',
      resource.logicalId,
      `the mapping ${resource.logicalId} leads from or to something that is not in the template`,
    );
  const { activity, access, engines } = parts;
  return [
    createPump(mapping, queue, target, {
      fauxqs: engines.fauxqs,
      activity,
      access,
      onDeadLetter: (letters, body, id) => onDeadLetter(letters.arn, body, id),
    }),
  ];
}
