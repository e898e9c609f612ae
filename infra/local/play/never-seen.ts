import type { Programme } from '#shared/domain/programme.ts';
import { windowFor } from '#shared/domain/follow-up/reach.ts';
import { isOpen } from '#shared/domain/time/contact-window.ts';
import type { Happening } from '../happening.ts';
import { originOfMail, originOfText, type MessageOrigin } from '../timeline/message-of.ts';
import type { People } from '../timeline/people.ts';

/** Watches a play for what must never be seen, on the carrier's own log and the stack's. */
export type Watcher = {
  readonly take: (happening: Happening) => void;
  /** Holds what was handed over since against the client's window as it is now. Call it when nothing is going on. */
  readonly look: (people: People, programme: Programme) => Promise<void>;
  /** One sentence per violation, without anything personal. */
  readonly violations: () => readonly string[];
};

/** An automatic answer belongs to a text that came in this shortly before. */
const ANSWERED_WITHIN = 31 * 60_000;

type HandOver = {
  readonly at: number;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly origin: MessageOrigin | undefined;
};

export function watchForTheForbidden(): Watcher {
  const seen: string[] = [];
  const handOvers: HandOver[] = [];
  let looked = 0;
  const lastFrom = new Map<string, number>();
  const isAnswer = ({ to, at }: HandOver) => at - (lastFrom.get(to) ?? -Infinity) < ANSWERED_WITHIN;

  return {
    take(happening) {
      const sentence = forbiddenIn(happening);
      if (sentence !== undefined) seen.push(`${new Date(happening.at).toISOString()} ${sentence}`);
      const handOver = handOverIn(happening);
      if (handOver) handOvers.push(handOver);
      if (happening.kind === 'text-inbound') lastFrom.set(happening.message.from, happening.at);
    },
    async look(people, programme) {
      const fresh = handOvers.slice(looked);
      looked = handOvers.length;
      for (const handOver of fresh.filter((one) => !isAnswer(one)))
        seen.push(...(await outsideWindow(handOver, people, programme)));
    },
    violations: () => [...seen, ...twice(handOvers)],
  };
}

function forbiddenIn(happening: Happening): string | undefined {
  switch (happening.kind) {
    case 'denied':
      return `${happening.who} was denied ${happening.action} on ${happening.resource}: ${happening.because}`;
    case 'unknown-call':
      return `a call that the local stack does not know: ${happening.call}`;
    case 'dead-letter':
      return `message ${happening.messageId} went to the dead letters of ${happening.queue}`;
    default:
      return undefined;
  }
}

function handOverIn(happening: Happening): HandOver | undefined {
  const { at } = happening;
  if (happening.kind === 'text-accepted')
    return { at, channel: 'sms', to: happening.message.to, origin: originOfText(happening.message) };
  if (happening.kind === 'email-sent')
    return { at, channel: 'email', to: happening.mail.to[0] ?? '', origin: originOfMail(happening.mail) };
  return undefined;
}

async function outsideWindow(
  { at, channel, origin }: HandOver,
  people: People,
  programme: Programme,
): Promise<string[]> {
  const followUp = origin && (await people.followUp(origin.document));
  const open = followUp && isOpen(at, windowFor(followUp, channel, programme));
  if (open) return [];
  return [
    `${new Date(at).toISOString()} ${origin?.id ?? 'a message of unknown origin'} went out outside the client's window`,
  ];
}

function twice(handOvers: readonly HandOver[]): string[] {
  const counts = Map.groupBy(handOvers, ({ origin }) => origin?.id ?? '');
  return [...counts].flatMap(([id, { length }]) =>
    id !== '' && length > 1 ? [`${id} was handed over ${length} times`] : [],
  );
}
