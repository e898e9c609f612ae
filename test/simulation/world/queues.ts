import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { Timeline } from '../engine/timeline.ts';

export type QueueName = 'inbox' | 'follow-ups' | 'cases' | 'send' | 'urgent-send' | 'wake';

type Message = {
  readonly id: string;
  readonly body: string;
  readonly random: Random;
  receives: number;
  /** How often operators put it back from the dead letters. */
  redrives: number;
  done: boolean;
};

/** Standard queues: any order, at least once, a visibility time-out, and a dead-letter queue after four receives. */
export type WorldQueues = {
  /** @param random of whom the message is about */
  put(queue: QueueName, body: string, random: Random, delaySeconds?: number): void;
  waiting(queue: QueueName): number;
  /** Puts one that died back, as an operator would. */
  redrive(queue: QueueName, id: string): void;
};

type Options = {
  timeline: Timeline;
  faults: Faults;
  /** Runs one batch; `crashed` when nothing came back. */
  consume: (queue: QueueName, event: SQSEvent, random: Random) => Promise<SQSBatchResponse | 'crashed'>;
  /** Until when nothing is handed out. */
  standsStillUntil: () => number;
  onDeadLetter: (queue: QueueName, dead: DeadLetter) => void;
};

export type DeadLetter = Pick<Message, 'id' | 'body' | 'redrives'>;

/** As the template sets them. */
const VISIBILITY_MS = 120_000;
const MAX_RECEIVES = 4;
const BATCH: Readonly<Record<QueueName, number>> = {
  inbox: 10,
  'follow-ups': 10,
  cases: 10,
  send: 1,
  'urgent-send': 1,
  wake: 1,
};

export function worldQueues({
  timeline,
  faults,
  consume,
  standsStillUntil,
  onDeadLetter,
}: Options): WorldQueues {
  const ready = new Map<QueueName, Message[]>();
  const dead = new Map<QueueName, Message[]>();
  const polls = new Set<QueueName>();
  let messages = 0;

  const listOf = (of: Map<QueueName, Message[]>, queue: QueueName): Message[] => {
    const list = of.get(queue) ?? [];
    of.set(queue, list);
    return list;
  };

  function show(queue: QueueName, message: Message, afterMs: number): void {
    timeline.after(afterMs, () => {
      listOf(ready, queue).push(message);
      poll(queue, 1);
    });
  }

  function poll(queue: QueueName, afterMs: number): void {
    if (polls.has(queue)) return;
    polls.add(queue);
    timeline.after(afterMs, () => {
      polls.delete(queue);
      const wait = standsStillUntil() - timeline.now();
      if (wait > 0) return poll(queue, wait);
      const batch = listOf(ready, queue).splice(0, BATCH[queue]);
      if (batch.length > 0) void handOut(queue, batch);
      if (listOf(ready, queue).length > 0) poll(queue, 1);
    });
  }

  async function handOut(queue: QueueName, batch: readonly Message[]): Promise<void> {
    const open = batch.filter(({ done }) => !done);
    const [first] = open;
    if (!first) return;
    for (const message of open) message.receives += 1;
    const response = await consume(queue, eventOf(open), first.random);
    const failed =
      response === 'crashed'
        ? undefined
        : new Set(response.batchItemFailures.map((one) => one.itemIdentifier));
    for (const message of open) {
      if (failed && !failed.has(message.id)) finished(queue, message);
      else again(queue, message);
    }
  }

  function finished(queue: QueueName, message: Message): void {
    if (faults.happens('queue forgets that it was done', message.random)) show(queue, message, VISIBILITY_MS);
    else message.done = true;
  }

  function again(queue: QueueName, message: Message): void {
    if (message.receives < MAX_RECEIVES) return show(queue, message, VISIBILITY_MS);
    if (listOf(dead, queue).includes(message)) return;
    listOf(dead, queue).push(message);
    onDeadLetter(queue, message);
  }

  return {
    put(queue, body, random, delaySeconds = 0) {
      messages += 1;
      const message = { id: `m-${messages}`, body, random, receives: 0, redrives: 0, done: false };
      const late = faults.happens('queue delivers late', random)
        ? random.between(1_000, 90_000)
        : random.between(1, 40);
      show(queue, message, delaySeconds * 1000 + late);
      if (faults.happens('queue delivers twice', random))
        show(queue, message, delaySeconds * 1000 + random.between(1, 30_000));
    },
    waiting: (queue) => listOf(ready, queue).length,
    redrive(queue, id) {
      const message = listOf(dead, queue).find((one) => one.id === id);
      if (!message) return;
      dead.set(
        queue,
        listOf(dead, queue).filter((one) => one !== message),
      );
      message.receives = 0;
      message.redrives += 1;
      show(queue, message, 1);
    },
  };
}

function eventOf(batch: readonly Message[]): SQSEvent {
  const Records = batch.map(({ id, body, receives }) => ({
    messageId: id,
    body,
    attributes: { ApproximateReceiveCount: String(receives) },
  }));
  return { Records } as unknown as SQSEvent; // the fields that the worker reads
}
