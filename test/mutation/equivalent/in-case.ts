import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inCase: EquivalentMutants = {
  'case/advance-case.ts': [
    {
      line: 'if (turn.value === value && turn.effects.length === 0 && turn.facts.length === 0)',
      mutants: [
        ['turn.facts.length === 0', 'true'],
        ['turn.effects.length === 0', 'true'],
      ],
      why: 'Nothing is asked for or recorded without a change of the case; the guard is for a rule that one day would.',
    },
  ],
  'case/case-message.ts': [
    {
      line: "? answerResult(next, message.id, { kind: 'unknown' })",
      mutants: [
        ["{ kind: 'unknown' }", '{}'],
        ["'unknown'", '""'],
      ],
      why: 'Every result that is none of the others is noted as unknown.',
    },
  ],
  'case/page-result.ts': [
    {
      line: "? answerClient(noteOn(waiting, 'staff-alerted', { detail: { step, staff: person.staffId } }), 'paged')",
      mutants: [["'paged'", '""']],
      why: 'It is the moment that is neither of the other two.',
    },
    {
      line: "return state !== 'closed' && isAwaited ? changeCase(turn, { next }) : turn;",
      mutants: [
        ["'closed'", '""'],
        ["state !== 'closed'", 'true'],
      ],
      why: 'A closed case waits for no step.',
    },
  ],
  'case/reminder.ts': [
    {
      line: 'round: (next?.round ?? 0) + 1,',
      mutants: [['next?.round', 'next.round']],
      why: 'An open case has a next step; the check is for the type.',
    },
  ],
};
