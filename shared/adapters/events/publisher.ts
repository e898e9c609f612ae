import {
  EventBridgeClient,
  PutEventsCommand,
  type EventBridgeClientConfig,
} from '@aws-sdk/client-eventbridge';
import { OUTBOUND_SOURCE } from '#shared/contracts/outbound-events.ts';
import type { Events } from '#shared/ports.ts';
import { repeatable } from '#shared/adapters/aws/client-options.ts';
import { outboundOf } from './outbound-of-facts.ts';

/** EventBridge takes at most ten entries a call. */
const BATCH = 10;

/** Outbound events on the bus. Repeats carry the same id. */
export function busEvents(busName: string, config: EventBridgeClientConfig = {}): Events {
  const client = new EventBridgeClient({ ...repeatable, ...config });
  return {
    async publish(recorded) {
      const entries = outboundOf(recorded).map(({ name, event }) => ({
        EventBusName: busName,
        Source: OUTBOUND_SOURCE,
        DetailType: name,
        Time: new Date(event.time),
        Detail: JSON.stringify(event),
      }));
      for (let start = 0; start < entries.length; start += BATCH) {
        const { FailedEntryCount = 0 } = await client.send(
          new PutEventsCommand({ Entries: entries.slice(start, start + BATCH) }),
        );
        if (FailedEntryCount > 0) throw new NotPublished(FailedEntryCount);
      }
    },
  };
}

/** Thrown when the bus did not take every event. */
class NotPublished extends Error {
  constructor(count: number) {
    super(`the bus did not take ${count} events`);
    this.name = 'NotPublished';
  }
}
