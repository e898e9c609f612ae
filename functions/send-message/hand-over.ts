import { decideHandOver, type HandOverDecision } from '#shared/domain/contact/decide-hand-over.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { OutgoingText } from '#shared/domain/follow-up/inputs.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { HandOverResult, Message } from '#shared/domain/sending/message.ts';
import type { OutgoingEmail, Ports } from '#shared/ports.ts';

export type HandOverDeps = Pick<Ports, 'contacts' | 'bodies' | 'carrier' | 'mailer' | 'programme' | 'now'> & {
  writeEmail: (
    message: Message,
    text: Extract<OutgoingText, { channel: 'email' }>,
    to: string,
  ) => Promise<OutgoingEmail>;
};

/** A check that is older than this when the carrier would be called is made again. */
const CHECK_HOLDS_MS = 2_000;

/**
 * The one place from which anything leaves. In this order: the body is kept, the sender's rate allows it, the contact as
 * it stands now allows it, and then, within two seconds, the carrier is called once.
 */
export async function handOver(
  deps: HandOverDeps,
  message: Message,
  text: OutgoingText,
): Promise<HandOverResult> {
  await deps.bodies.put(message.id, { ...bodyOf(text), at: deps.now(), contactId: message.contactId });
  const programme = await deps.programme();
  if (text.channel === 'sms') {
    const { waitSeconds } = await deps.contacts.takeToken('sms', message.lane, {
      perSecond: programme.maxPerSecond,
      now: deps.now(),
    });
    if (waitSeconds > 0) return { kind: 'throttled', retryAfterSeconds: waitSeconds };
  }
  for (;;) {
    const checkedAt = deps.now();
    const checked = await check(deps, message);
    if (checked.kind === 'refuse') return notAllowed(checked);
    const email =
      text.channel === 'email' ? await deps.writeEmail(message, text, checked.contact.value) : undefined;
    if (deps.now() - checkedAt > CHECK_HOLDS_MS) continue;
    if (email) return deps.mailer.send(email);
    const validForSeconds = Math.floor(
      (Math.min(message.notAfter, checked.until ?? Infinity) - deps.now()) / 1000,
    );
    if (text.channel !== 'sms' || validForSeconds < 1)
      return { kind: 'not-allowed', reason: 'outside-window' };
    return deps.carrier.send({
      messageId: message.id,
      to: checked.contact.value,
      text: text.text,
      validForSeconds,
    });
  }
}

type Refused = Extract<HandOverDecision, { kind: 'refuse' }> | { kind: 'refuse'; reason: 'unknown-contact' };
/** `until`: when the contact's own window closes, which may be sooner than when the message was planned. */
type Checked = { kind: 'go'; contact: Contact; until?: Instant } | Refused;

function notAllowed({ kind: _refused, ...why }: Refused): HandOverResult {
  return { kind: 'not-allowed', ...why };
}

async function check(deps: HandOverDeps, message: Message): Promise<Checked> {
  const context = { now: deps.now(), programme: await deps.programme() };
  const request = { messageId: message.id, ...(message.answer && { answer: message.answer }) };
  const checked = await deps.contacts.change(
    message.contactId,
    (contact): { contact?: Contact; result: Checked } => {
      const decision = decideHandOver(contact, request, context);
      return decision.kind === 'go' ? { contact: decision.contact, result: decision } : { result: decision };
    },
  );
  return checked === 'unknown-contact' ? { kind: 'refuse', reason: 'unknown-contact' } : checked;
}

/** An e-mail's wording is in the catalogue; what is kept is which one it was. */
function bodyOf(text: OutgoingText): { text: string; segments: number } {
  return text.channel === 'sms'
    ? { text: text.text, segments: text.segments }
    : { text: `e-mail ${text.template} ${text.catalogueVersion}`, segments: 0 };
}
