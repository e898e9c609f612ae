import { handleText, type HandleTextDeps } from '#shared/apply/handle-text.ts';
import { senderId, storeText, type IncomingText } from '#shared/apply/store-text.ts';
import type { InboundText } from '#shared/ports.ts';

/**
 * Stores the text before anything else, then does all that must not wait. A text that was handled before is answered
 * again without being handled twice.
 */
export async function receiveText(deps: HandleTextDeps, incoming: IncomingText): Promise<string> {
  const text = (await storeText(deps, incoming)) ?? (await leftUnhandled(deps, incoming));
  return text ? handleText(deps, text) : 'known';
}

/** Whoever stored it may have died, or be at it still: what it says must not wait, and handling it twice harms nothing. */
async function leftUnhandled(
  { contacts }: HandleTextDeps,
  incoming: IncomingText,
): Promise<InboundText | undefined> {
  const text = await contacts.getText(await senderId(contacts, incoming.from), incoming.messageSid);
  return text?.handledAt === undefined ? text : undefined;
}
