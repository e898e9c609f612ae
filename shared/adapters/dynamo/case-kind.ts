import { caseDueAt } from '#shared/domain/case/advance-case.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { DocumentKind } from './document-item.ts';

/** How cases are stored. An acknowledged one may wait for a person alone, and is still looked at every week. */
export const caseKind: DocumentKind<Case> = {
  schema: 1,
  lists: ['pages', 'notes', 'answersGiven', 'outbox'],
  nextDueAt: caseDueAt,
  attention: ({ state }) => {
    if (state === 'open') return 'must-be-due';
    return state === 'acknowledged' ? 'weekly' : 'closed';
  },
  // Schema 1 is the first: nothing to upgrade yet, and its fields were written by this very type.
  upgrade: (_schema, fields) => fields as ReturnType<DocumentKind<Case>['upgrade']>,
  about: ({ agencyId, subject }) => ({
    agencyId,
    ...(subject.followUpId !== undefined && { followUpId: subject.followUpId }),
  }),
};
