import type { LocalStack } from '../local-stack.ts';
import type { People } from '../timeline/people.ts';
import type { PlayRecord } from './play-record.ts';
import type { Reply } from './replies.ts';
import { sentTo } from './sent-to.ts';

/** The entries that a play never came to, each with the reason as far as it can be told. */
export async function neverDue(
  parts: { readonly stack: LocalStack; readonly people: People; readonly record: PlayRecord },
  replies: readonly Reply[],
): Promise<string[]> {
  const reasons: string[] = [];
  for (const [index, reply] of replies.entries()) {
    const reason = await reasonFor(parts, reply, index);
    if (reason !== undefined) reasons.push(`entry ${index} ${reason}`);
  }
  return reasons;
}

async function reasonFor(
  parts: { readonly stack: LocalStack; readonly people: People; readonly record: PlayRecord },
  reply: Reply,
  index: number,
): Promise<string | undefined> {
  const { record } = parts;
  if ('staff' in reply) {
    const isUsed = reply.each === true || [...record.taken.values()].includes(index);
    return isUsed ? undefined : '(staff) never came due: no alert was left for it';
  }
  const { texts, emails } = await sentTo(parts, reply.client);
  if ('carrier' in reply) {
    const refused = [...record.refused].some((key) => key.endsWith(` ${reply.carrier}`));
    return texts.length >= reply.of || refused
      ? undefined
      : `(carrier, ${reply.client}) never came due: ${texts.length} texts were sent, the ${reply.of}. was to fail`;
  }
  if (record.using.has(index)) return undefined;
  const byMail = 'email' in reply;
  const sent = byMail ? emails.length : texts.length;
  const what = byMail ? 'e-mails' : 'texts';
  return sent < (reply.of ?? 1)
    ? `(${reply.client}) never came due: ${sent} ${what} were sent to that client`
    : `(${reply.client}) never came due: the play ended, or an earlier entry of that client was not used`;
}
