import type { CarrierAnswer, Message } from '#shared/domain/sending/message.ts';
import { documentOfMessage } from '#shared/domain/sending/message.ts';
import type { Ports } from '#shared/ports.ts';

type Deps = Pick<Ports, 'followUps' | 'contacts' | 'bodies' | 'carrier'>;

/**
 * Looks for a message in the carrier's own list: the same number, exactly the same body, created after the claim.
 * E-mail has no such list, so its outcome can only be settled by a receipt.
 */
export async function askCarrier(deps: Deps, messageId: string): Promise<CarrierAnswer | undefined> {
  const followUp = await deps.followUps.get(documentOfMessage(messageId));
  const message = followUp?.outbox.find(({ id }: Message) => id === messageId);
  if (message?.state !== 'unknown') return undefined;
  if (message.channel !== 'sms') return { kind: 'cannot-say' };
  const [contact, body] = await Promise.all([
    deps.contacts.get(message.contactId),
    deps.bodies.get(messageId),
  ]);
  // No body kept means that the claim's holder died before it could hand anything over.
  if (!body) return { kind: 'none' };
  if (!contact) return { kind: 'cannot-say' };
  return deps.carrier.find({ to: contact.value, text: body.text, claimedAt: message.claimedAt ?? 0 });
}
