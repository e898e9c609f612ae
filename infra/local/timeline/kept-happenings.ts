import type { Happening } from '../happening.ts';
import type { LocalStack } from '../local-stack.ts';

/**
 * What the stack's own stores know to have happened, in order of time, as far as a timeline shows it. After a kill some
 * of it was never told. Receipts are known by their last status alone, refusals not at all.
 */
export async function keptHappenings(stack: LocalStack): Promise<Happening[]> {
  const facts = (await stack.table('Facts')).map((item): Happening => ({
    kind: 'fact',
    item,
    at: atOf(item),
  }));
  const texts = stack.twilio.messages().flatMap((message): Happening[] => {
    const { createdAt, updatedAt, status, by } = message;
    const at = createdAt;
    if (by === 'client') return [{ kind: 'text-inbound', message, posted: true, at }];
    const sent: Happening = { kind: by === 'carrier' ? 'carrier-answered' : 'text-accepted', message, at };
    return [sent, { kind: 'text-status', message, status, at: updatedAt }];
  });
  const mails = stack.mailbox().map((mail): Happening => ({ kind: 'email-sent', mail, at: mail.at }));
  const alerts = stack.staffPhones().map((alert): Happening => ({ kind: 'staff-told', ...alert }));
  return [...facts, ...texts, ...mails, ...alerts].sort((one, other) => one.at - other.at);
}

function atOf({ facts }: Readonly<Record<string, unknown>>): number {
  const [first] = Array.isArray(facts) ? facts : [];
  return Number(Reflect.get(Object(first), 'at') ?? 0);
}
