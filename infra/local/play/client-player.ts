import type { LocalStack } from '../local-stack.ts';
import type { People } from '../timeline/people.ts';
import { clientTurn, type ClientEntry, type ClientTurn } from './client-turn.ts';
import type { Player } from './play-along.ts';
import type { PlayRecord } from './play-record.ts';
import type { Reply } from './replies.ts';
import { sentTo, textsFrom } from './sent-to.ts';
import { visitPage } from './visit-page.ts';

type Parts = {
  readonly stack: LocalStack;
  readonly people: People;
  readonly record: PlayRecord;
  readonly onProblem: (problem: string) => void;
};

/** The clients' entries, each client's in file order. */
function clientEntries(replies: readonly Reply[]): ReadonlyMap<string, readonly ClientEntry[]> {
  const entries = replies.flatMap((reply, index) =>
    'text' in reply || 'email' in reply ? [{ index, reply }] : [],
  );
  return Map.groupBy(entries, ({ reply }) => reply.client);
}

/** The clients: each answers from their own phone or mailbox. */
export function clientPlayer(parts: Parts, replies: readonly Reply[]): Player {
  const clients = clientEntries(replies);
  const turns = async (): Promise<ClientTurn[]> => {
    const found: ClientTurn[] = [];
    for (const [client, entries] of clients) {
      const unfinished = entries.find(({ index }) => isUnfinished(parts.record, index));
      const turn = unfinished
        ? unfinishedTurn(parts.record, unfinished)
        : clientTurn(entries, parts.record.using, await sentTo(parts, client));
      if (turn) found.push(turn);
    }
    return found.sort((one, other) => one.dueAt - other.dueAt || one.entry.index - other.entry.index);
  };
  return {
    nextAt: async () => (await turns())[0]?.dueAt,
    async act(now) {
      for (const turn of await turns()) if (turn.dueAt <= now) await answer(parts, turn, now);
    },
  };
}

/** A kill came between an entry's beginning and its end. */
const isUnfinished = ({ using, used }: PlayRecord, index: number) => using.has(index) && !used.has(index);

function unfinishedTurn({ using }: PlayRecord, entry: ClientEntry): ClientTurn | undefined {
  const begun = using.get(entry.index);
  if (!begun) return undefined;
  const latest = 'email' in entry.reply ? begun.emails : begun.texts;
  return { entry, dueAt: begun.at, nth: entry.reply.of ?? Math.max(latest, 1) };
}

async function answer(parts: Parts, { entry, nth }: ClientTurn, now: number): Promise<void> {
  const { stack, record } = parts;
  const { reply, index } = entry;
  const sent = await sentTo(parts, reply.client);
  const phone = sent.phones[nth - 1] ?? '';
  const begun = record.using.get(index);
  if (!begun) {
    const received = textsFrom(stack, phone);
    record.add({ using: index, received, at: now, texts: sent.texts.length, emails: sent.emails.length });
  }
  if ('email' in reply) await answerByMail(parts, reply.client, reply.email, sent.mails[nth - 1] ?? '');
  else if (!begun || textsFrom(stack, phone) === begun.received) await stack.text(phone, reply.text);
  record.add({ used: index });
}

const BUTTONS = new Set(['ok', 'so-so', 'call-me']);

async function answerByMail(
  { stack, onProblem }: Parts,
  client: string,
  words: string,
  mailText: string,
): Promise<void> {
  const [link] = /https?:\/\/\S+\/l\/[^\s?]+/.exec(mailText) ?? [];
  if (link === undefined) return onProblem(`the e-mail to ${client} has no link to answer by`);
  const status = await visitPage(stack, link, BUTTONS.has(words) ? { answer: words } : { words });
  if (status >= 300) onProblem(`the page of the e-mail to ${client} answered ${status}`);
}
