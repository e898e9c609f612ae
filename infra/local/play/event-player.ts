import type { LocalStack } from '../local-stack.ts';
import type { Player } from './play-along.ts';
import type { PlayRecord } from './play-record.ts';

/** How an event was answered, with the problems that the answer listed. */
export type PostedEvent = {
  /** Its place in the file. */
  readonly index: number;
  readonly status: number;
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
  /** Under this id an event that cannot be read lies where operators see it. */
  readonly parkedAs?: string;
};

/** When an event is posted: at its closing, or at its own moment. Undefined where neither can be read. */
export function momentOf(event: unknown): number | undefined {
  const { closedAt, at } = Object(event) as { closedAt?: unknown; at?: unknown }; // any object has these, perhaps undefined
  const moment = Date.parse(String(closedAt ?? at));
  return Number.isNaN(moment) ? undefined : moment;
}

/** The agency's system: posts each event at its moment, signed; one without a moment at once. */
export function eventPlayer(
  stack: LocalStack,
  events: readonly unknown[],
  record: PlayRecord,
  onPosted: (posted: PostedEvent) => void,
): Player {
  const waiting = () =>
    events
      .map((event, index) => ({ event, index, at: momentOf(event) ?? 0 }))
      .filter(({ index }) => !record.posted.has(index))
      .sort((one, other) => one.at - other.at);
  return {
    nextAt: () => waiting()[0]?.at,
    async act(now) {
      for (const { event, index } of waiting().filter(({ at }) => at <= now)) {
        const { status, body } = await stack.post(event);
        record.add({ posted: index, status });
        const parkedAs = status === 400 ? await parkedIdOf(stack, event) : undefined;
        const parked = parkedAs === undefined ? {} : { parkedAs };
        onPosted({ index, status, problems: problemsIn(body), ...parked });
      }
    },
  };
}

async function parkedIdOf(stack: LocalStack, event: unknown): Promise<string | undefined> {
  const raw = JSON.stringify(event);
  const items = await stack.table('Inbox');
  const parked = items.find((item) => item['state'] === 'parked' && item['raw'] === raw);
  return parked && String(parked['id']);
}

function problemsIn(body: string): PostedEvent['problems'] {
  try {
    const { problems }: { problems?: unknown } = Object(JSON.parse(body));
    return Array.isArray(problems)
      ? problems.map(({ path, problem }) => ({ path: String(path), problem: String(problem) }))
      : [];
  } catch {
    return [];
  }
}
