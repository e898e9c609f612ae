import { createHash } from 'node:crypto';

/** The follow-up of a session: the same session always leads to the same document. */
export function followUpIdOf({ agencyId, sessionId }: { agencyId: string; sessionId: string }): string {
  const hash = createHash('sha256').update(`${agencyId}\n${sessionId}`).digest('base64url');
  return `fu#${hash.slice(0, 22)}`;
}
