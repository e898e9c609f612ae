import type { LocalStack } from '../local-stack.ts';
import type { People } from '../timeline/people.ts';
import type { SentTo } from './client-turn.ts';

/** What was sent to a client, with the number of each text and the words of each e-mail. */
export type Sent = SentTo & { readonly phones: readonly string[]; readonly mails: readonly string[] };

/** From the carrier's and the mailbox's own lists; the carrier's answers to STOP and HELP are left out. */
export async function sentTo(
  { stack, people }: { readonly stack: LocalStack; readonly people: People },
  client: string,
): Promise<Sent> {
  const texts = await keep(
    stack.twilio.messages().filter(({ by }) => by === 'handrail'),
    async ({ to }) => (await people.clientAt(to)) === client,
  );
  const mails = await keep(
    stack.mailbox(),
    async ({ to }) => (await people.clientAt(to[0] ?? '')) === client,
  );
  return {
    texts: texts.map(({ createdAt }) => createdAt),
    phones: texts.map(({ to }) => to),
    emails: mails.map(({ at }) => at),
    mails: mails.map(({ text = '' }) => text),
  };
}

/** How many texts have come from a number. */
export const textsFrom = (stack: LocalStack, phone: string): number =>
  stack.twilio.messages().filter(({ by, from }) => by === 'client' && from === phone).length;

async function keep<Item>(items: readonly Item[], wanted: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const kept: Item[] = [];
  for (const item of items) if (await wanted(item)) kept.push(item);
  return kept;
}
