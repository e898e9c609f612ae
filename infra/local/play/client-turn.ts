import type { EmailReply, TextReply } from './replies.ts';

export type ClientEntry = { readonly index: number; readonly reply: TextReply | EmailReply };

/** What was sent to a client so far, oldest first: epoch ms. The carrier's own answers are not among them. */
export type SentTo = { readonly texts: readonly number[]; readonly emails: readonly number[] };

/** When an entry was used, and how many texts and e-mails the client had been sent by then. */
export type Used = { readonly at: number; readonly texts: number; readonly emails: number };

/** The entry that a client uses next. `dueAt` (epoch ms) may have passed already; `nth` of what was sent is answered. */
export type ClientTurn = { readonly entry: ClientEntry; readonly dueAt: number; readonly nth: number };

/**
 * The first entry in file order that has not been used, once what it counts from was sent. It counts from the `of`th
 * text; without `of` from the latest one at the moment the previous entry was used, for a first entry from the first.
 */
export function clientTurn(
  entries: readonly ClientEntry[],
  used: ReadonlyMap<number, Used>,
  sent: SentTo,
): ClientTurn | undefined {
  const position = entries.findIndex(({ index }) => !used.has(index));
  const entry = entries[position];
  if (!entry) return undefined;
  const { reply } = entry;
  const before = used.get(entries[position - 1]?.index ?? -1);
  const byMail = 'email' in reply;
  const latest = (byMail ? before?.emails : before?.texts) ?? 1;
  const nth = reply.of ?? Math.max(latest, 1);
  const sentAt = (byMail ? sent.emails : sent.texts)[nth - 1];
  return sentAt === undefined ? undefined : { entry, nth, dueAt: sentAt + reply.after };
}
