import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import type { DocumentKind } from './document-item.ts';

/** How follow-ups are stored. A held one may wait for nothing, and is still looked at every week. */
export const followUpKind: DocumentKind<FollowUp> = {
  schema: 1,
  lists: ['checkIns', 'ended', 'outbox', 'repliesSeen', 'casesToRaise', 'casesToTell'],
  nextDueAt,
  attention: ({ status }) => {
    if (status === 'open') return 'must-be-due';
    return status === 'held' ? 'weekly' : 'closed';
  },
  // Schema 1 is the first: nothing to upgrade yet, and its fields were written by this very type.
  upgrade: (_schema, fields) => fields as ReturnType<DocumentKind<FollowUp>['upgrade']>,
  about: ({ id, session }) => ({ agencyId: session.agencyId, followUpId: id }),
};
