import type { DueIndex, DueItem, Ports } from '#shared/ports.ts';

export type Deps = Pick<Ports, 'queues' | 'now'> & {
  followUpsDue: DueIndex;
  casesDue: DueIndex;
  textsDue: DueIndex;
  eventsDue: DueIndex;
};

/** A queue this long is not made longer: what is due stays due, and is found again in the next pass. */
const LONGEST_BACKLOG = 10_000;
/** Put on the queue together, in as few requests as it allows. */
const AT_ONCE = 100;
/** The second pass of the minute. */
const SECOND_PASS_SECONDS = 30;

/**
 * Puts everything that is due on its queue, oldest first, with no lower bound: what was missed is still due.
 * Being woken twice harms nothing, so two triggers and two passes a minute may overlap.
 */
export async function wakeDue(
  { queues, now, ...due }: Deps,
  { pass }: { pass: 'first' | 'again' },
): Promise<string> {
  if (pass === 'first') await queues.lookAgain(SECOND_PASS_SECONDS);
  const by = now();
  const woken = await Promise.all([
    unlessLong('cases', () =>
      inBatches(due.casesDue.due(by), (items) => queues.wakeCases(items.map(({ id }) => id))),
    ),
    unlessLong('follow-ups', () =>
      inBatches(due.followUpsDue.due(by), (items) => queues.wakeFollowUps(items.map(({ id }) => id))),
    ),
    unlessLong('inbox', () =>
      inBatches(due.eventsDue.due(by), (items) => queues.toInboxAgain(items.map(({ id }) => id))),
    ),
    unlessLong('inbox', () =>
      inBatches(due.textsDue.due(by), async (texts) => {
        for (const { id, contactId } of texts) await queues.toText(contactId ?? '', id);
      }),
    ),
  ]);
  if (woken.includes('backlog')) return 'backlog';
  return woken.some((count) => count !== 0) ? 'woken' : 'nothing-due';

  async function unlessLong(
    queue: Parameters<typeof queues.backlog>[0],
    wake: () => Promise<number>,
  ): Promise<number | 'backlog'> {
    return (await queues.backlog(queue)) > LONGEST_BACKLOG ? 'backlog' : wake();
  }
}

async function inBatches(
  due: AsyncIterable<DueItem>,
  wake: (items: readonly DueItem[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  let batch: DueItem[] = [];
  for await (const item of due) {
    batch.push(item);
    count += 1;
    if (batch.length === AT_ONCE) {
      await wake(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await wake(batch);
  return count;
}
