import { outboundOf } from '#shared/adapters/events/outbound-of-facts.ts';
import type { Events } from '#shared/ports.ts';
import type { Faults } from '../engine/faults.ts';
import type { Server } from '../engine/server.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';

type Options = {
  timeline: Timeline;
  faults: Faults;
  note: (seen: Seen) => void;
  holdAgainst: (where: string, text: string) => void;
};

export type WorldBus = { through(server: Server): Events };

/** The event bus, as a listener sees it; at times it takes nothing. */
export function worldBus({ timeline, faults, note, holdAgainst }: Options): WorldBus {
  return {
    through: (server) => ({
      async publish(recorded) {
        const events = outboundOf(recorded);
        if (events.length === 0) return;
        await server.call(() => {
          if (faults.happens('bus refuses', server.random())) throw new Error('the bus does not answer');
          for (const { name, event } of events) {
            holdAgainst('an event on the bus', JSON.stringify(event));
            note({
              at: timeline.now(),
              kind: 'bus-event',
              name,
              id: event.id,
              subject: event.subject,
              data: event.data,
            });
          }
        });
      },
    }),
  };
}
