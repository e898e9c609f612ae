import type { Case, CaseNote } from '#shared/domain/case/case.ts';
import { ANSWER_MEANINGS, CASE_OUTCOMES } from '#shared/domain/messages/case-words.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Instant } from '#shared/domain/record.ts';

export type Happening = { at: Instant; what: string };
type Names = Pick<Programme, 'staffNames' | 'ladder'>;

/** What happened to a case, oldest first. People of the staff are named; of the client only what an answer meant. */
export function caseHistory(value: Case, names: Names): readonly Happening[] {
  const { acknowledged, closed, unansweredAt } = value;
  return [
    { at: value.openedAt, what: 'The case was opened.' },
    ...value.pages.map((page) => ({ at: page.at, what: pageText(page, names) })),
    ...value.notes.map((note) => ({ at: note.at, what: noteText(note) })),
    ...(unansweredAt
      ? [{ at: unansweredAt, what: 'Nobody on the ladder had acknowledged it; the alarm went to operators.' }]
      : []),
    ...(acknowledged
      ? [{ at: acknowledged.at, what: `${staffName(acknowledged.by, names)} acknowledged it.` }]
      : []),
    ...(closed
      ? [
          {
            at: closed.at,
            what: `${staffName(closed.by, names)} closed it: ${CASE_OUTCOMES[closed.outcome]}.`,
          },
        ]
      : []),
  ].sort((a, b) => a.at - b.at);
}

/** The name of a member of staff; the id where settings no longer name them. */
export function staffName(staffId: string, { staffNames }: Pick<Programme, 'staffNames'>): string {
  return (Object.hasOwn(staffNames, staffId) && staffNames[staffId]) || staffId;
}

function pageText({ step, state }: Case['pages'][number], { ladder }: Names): string {
  const who = ladder[step]?.name ?? `Step ${step + 1} of the ladder`;
  if (state === 'sent') return `${who} was alerted.`;
  return state === 'failed' ? `The alert to ${who} could not be sent.` : `An alert to ${who} is on its way.`;
}

/** What an answer meant, in words; answers that no menu knows are the client's own words. */
export function meaningOf(code = 'unclear'): string {
  return ANSWER_MEANINGS[code] ?? code;
}

function noteText({ kind, code }: CaseNote): string {
  switch (kind) {
    case 'client-answered':
      return `The client answered (${meaningOf(code)}).`;
    case 'another-text':
      return 'The client wrote again.';
    case 'message-refused':
      return 'Our automatic answer did not reach the client.';
  }
}
