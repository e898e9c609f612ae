import type { Timeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import { documentIn } from './document-in.ts';
import type { HoldAgainst } from './hold-against.ts';
import type { DeadLetter, QueueName, WorldQueues } from './queues.ts';

const HOUR = 3_600_000;

/** What dies again and again is put back this often by operators, and then left for whoever mends it. */
const MOST_REDRIVES = 3;
/** With so many messages that nothing can handle, a play has shown what it can: the rest would be more of them. */
const STUCK = 10;

type Options = {
  timeline: Timeline;
  note: (seen: Seen) => void;
  holdAgainst: HoldAgainst;
  redrive: WorldQueues['redrive'];
};

export type DeadLetters = {
  /** The script itself puts this there, and nobody could handle it. */
  plant(body: string): void;
  died(queue: QueueName, dead: DeadLetter): void;
  /** Nothing goes on any more. */
  isStuck(): boolean;
};

/** What operators do with messages that their queue gave up. */
export function deadLetters({ timeline, note, holdAgainst, redrive }: Options): DeadLetters {
  const poison = new Set<string>();
  let leftForGood = 0;
  return {
    plant: (body) => void poison.add(body),
    died(queue, { id, body, redrives }) {
      const planted = poison.has(body);
      const document = documentIn(body);
      if (!isOfTheAgency(body))
        holdAgainst(`the queue ${queue}, given up`, `${id} ${document ?? ''} ${body}`);
      note({
        at: timeline.now(),
        kind: 'dead-letter',
        queue,
        message: id,
        ...(document !== undefined && { document }),
        ...(planted && { planted }),
      });
      if (planted) return;
      if (redrives < MOST_REDRIVES) timeline.after(HOUR, () => redrive(queue, id));
      else leftForGood += 1;
    },
    isStuck: () => leftForGood >= STUCK,
  };
}

/** An event that the agency put on the bus, whole: the one message that somebody else wrote. */
const isOfTheAgency = (body: string): boolean => body.includes('"source":"handrail.agency"');
