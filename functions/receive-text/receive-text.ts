import { handleText, type HandleTextDeps } from '#shared/apply/handle-text.ts';
import { storeText, type IncomingText } from '#shared/apply/store-text.ts';

/**
 * Stores the text before anything else, then does all that must not wait. A text that was stored before is answered
 * again without being handled twice.
 */
export async function receiveText(deps: HandleTextDeps, incoming: IncomingText): Promise<string> {
  const text = await storeText(deps, incoming);
  return text ? handleText(deps, text) : 'known';
}
