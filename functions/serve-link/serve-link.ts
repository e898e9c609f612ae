import type { LinkClaim } from '#shared/ports.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { clientWords } from './pages/client-words.ts';
import { clientMessage, failedPage, notFoundPage, staffMessage } from './pages/message-page.ts';
import { serveAnswer } from './serve-answer.ts';
import { serveCase } from './serve-case.ts';
import type { Deps, LinkRequest, Served } from './served.ts';
import { serveUnsubscribe } from './serve-unsubscribe.ts';

/**
 * The page behind a signed link. Looking changes nothing, because mail scanners and previews open every link; only a
 * POST acts, and the same POST again changes nothing more.
 */
export async function serveLink(deps: Deps, request: LinkRequest): Promise<Served> {
  const read = await deps.links.read(request.token, deps.now());
  if (read.kind === 'invalid') return { status: 404, outcome: 'invalid-link', page: notFoundPage() };
  const { claim } = read;
  const programme = await deps.programme();
  if (read.kind === 'expired') {
    return { status: 410, outcome: 'expired-link', page: messageFor(claim, programme, 'expired') };
  }
  switch (claim.kind) {
    case 'answer':
      return serveAnswer(deps, claim, request, clientWords(claim.language, programme));
    case 'unsubscribe':
      return serveUnsubscribe(deps, claim, request, clientWords(claim.language, programme));
    case 'case':
      return serveCase(deps, claim, request, programme);
  }
}

/** What is shown when serving failed. Staff must not believe that a case is theirs, nor a client that we have their words. */
export async function problemPage(
  deps: Pick<Deps, 'links' | 'programme' | 'now'>,
  token: string,
): Promise<string> {
  try {
    const read = await deps.links.read(token, deps.now());
    if (read.kind !== 'invalid') return messageFor(read.claim, await deps.programme(), 'problem');
  } catch {
    // What failed before, for example reading the secret, fails again: the page then does without.
  }
  return failedPage();
}

function messageFor(claim: LinkClaim, programme: Programme, about: 'expired' | 'problem'): string {
  return claim.kind === 'case'
    ? staffMessage(about)
    : clientMessage(clientWords(claim.language, programme), about);
}
