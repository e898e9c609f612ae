import type { LinkClaim } from '#shared/ports.ts';
import type { ClientWords } from './pages/client-words.ts';
import { unsubscribedPage, unsubscribePage } from './pages/unsubscribe-page.ts';
import type { Deps, LinkRequest, Served } from './served.ts';

type Claim = Extract<LinkClaim, { kind: 'unsubscribe' }>;

/** Stops e-mail to one address. A mail program's one-click POST (RFC 8058) acts without another question. */
export async function serveUnsubscribe(
  { contacts, queues, now }: Deps,
  { followUpId, contactId }: Claim,
  { method }: LinkRequest,
  words: ClientWords,
): Promise<Served> {
  const ids = { followUpId };
  if (method !== 'POST') {
    return { status: 200, outcome: 'unsubscribe-shown', page: unsubscribePage(words), ids };
  }
  const at = now();
  await contacts.suppressKnown(contactId, { reason: 'opt-out-link', at });
  await queues.toFollowUp(followUpId, {
    kind: 'consent-revoked',
    channel: 'email',
    how: 'opt-out-link',
    at,
    by: 'client',
  });
  return { status: 200, outcome: 'unsubscribed', page: unsubscribedPage(words), ids };
}
