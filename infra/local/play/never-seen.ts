import type { Programme } from '#shared/domain/programme.ts';
import { windowFor } from '#shared/domain/follow-up/reach.ts';
import { isOpen } from '#shared/domain/time/contact-window.ts';
import type { Happening } from '../happening.ts';
import { originOfMail, originOfText, type MessageOrigin } from '../timeline/message-of.ts';
import type { People } from '../timeline/people.ts';

/** Watches a play for what must never be seen, on the carrier's own log and the stack's. */
export type Watcher = {
  readonly take: (happening: Happening) => void;
  /** One sentence per violation, without anything personal. */
  readonly violations: (people: People, programme: Programme) => Promise<readonly string[]>;
};

/** An automatic answer belongs to a text that came in this shortly before. */
const ANSWERED_WITHIN = 31 * 60_000;

type HandOver = { readonly at: number; readonly to: string; readonly origin: MessageOrigin | undefined };

export function watchForTheForbidden(): Watcher {
  const seen: string[] = [];
  const texts: HandOver[] = [];
  const mails: HandOver[] = [];
  const received: { from: string; at: number }[] = [];
  return {
    take(happening) {
      const { at } = happening;
      const when = new Date(at).toISOString();
      switch (happening.kind) {
        case 'denied':
          return void seen.push(
            `${when} ${happening.who} was denied ${happening.action} on ${happening.resource}: ${happening.because}`,
          );
        case 'unknown-call':
          return void seen.push(`${when} a call that the local stack does not know: ${happening.call}`);
        case 'dead-letter':
          return void seen.push(
            `${when} message ${happening.messageId} went to the dead letters of ${happening.queue}`,
          );
        case 'text-accepted':
          return void texts.push({ at, to: happening.message.to, origin: originOfText(happening.message) });
        case 'email-sent':
          return void mails.push({
            at,
            to: happening.mail.to[0] ?? '',
            origin: originOfMail(happening.mail),
          });
        case 'text-inbound':
          return void received.push({ at, from: happening.message.from });
        default:
      }
    },
    async violations(people, programme) {
      const outside: string[] = [];
      for (const text of texts) {
        const answers = received.some(
          ({ from, at }) => from === text.to && at <= text.at && text.at - at < ANSWERED_WITHIN,
        );
        if (!answers) outside.push(...(await outsideWindow(text, 'sms', people, programme)));
      }
      for (const mail of mails) outside.push(...(await outsideWindow(mail, 'email', people, programme)));
      return [...seen, ...twice([...texts, ...mails]), ...outside];
    },
  };
}

async function outsideWindow(
  { at, origin }: HandOver,
  channel: 'sms' | 'email',
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
