import { storeText, type IncomingText } from '#shared/apply/store-text.ts';
import type { Ports } from '#shared/ports.ts';

/** Stores the text and does nothing else that could fail; its due time has it handled within minutes. */
export async function receiveTextFallback(
  deps: Pick<Ports, 'contacts'>,
  incoming: IncomingText,
): Promise<string> {
  return (await storeText(deps, incoming)) ? 'stored' : 'known';
}
