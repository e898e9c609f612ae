import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inFollowUp: EquivalentMutants = {
  'follow-up/advance.ts': [
    {
      line: 'if (turn.followUp === followUp && turn.effects.length === 0 && turn.facts.length === 0)',
      mutants: [
        ['turn.effects.length === 0', 'true'],
        ['turn.facts.length === 0', 'true'],
      ],
      why: 'Nothing is asked for or recorded without a change of the follow-up; the guard is for a rule that one day would.',
    },
    {
      line: "return humanContact(turn, { kind: 'human-contact', outcome, channel: 'voice', at, by });",
      mutants: [["'human-contact'", '""']],
      why: 'Only its other fields are read.',
    },
  ],
  'follow-up/case-plans.ts': [
    {
      line: "id: `case#${followUp.id.replace(/^fu#/, '')}.${reason}.${about}`,",
      mutants: [['/^fu#/', '/fu#/']],
      why: 'An id begins with it, and replace takes the first.',
    },
  ],
  'follow-up/on-agency.ts': [
    {
      line: "const task = caseAbout(followUp, 'declined', by.replace(/^fu#/, ''), {",
      mutants: [['/^fu#/', '/fu#/']],
      why: 'An id begins with it, and replace takes the first.',
    },
  ],
  'follow-up/on-carrier.ts': [
    {
      line: 'if (!message) return turn;',
      mutants: [['!message', 'false']],
      why: 'It was there a moment ago; the check is for the type.',
    },
    {
      line: "const checkIn = checkInOf(told, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
    {
      line: "? handOverFailed(settled, messageOf(settled, message.id) ?? message, answer.code ?? '30008')",
      mutants: [['messageOf(settled, message.id) ?? message', 'messageOf(settled, message.id) && message']],
      why: 'It was unknown before and is handed over after: neither may go again.',
    },
    {
      line: "const checkIn = checkInOf(raised, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
  ],
  'follow-up/consent-renewed.ts': [
    {
      line: "again.length > 0 && rest.status === 'completed'",
      mutants: [["rest.status === 'completed'", 'true']],
      why: 'An open plan and a held one get the status that they have.',
    },
    {
      line: 'return revokedAt !== undefined && revokedAt <= at ? { ...turn, followUp: rest } : turn;',
      mutants: [['revokedAt !== undefined', 'true']],
      why: 'What is not set is no earlier than anything; the check is for the type.',
    },
  ],
  'follow-up/on-consent.ts': [
    {
      line: "by === 'client' && channel !== 'all' && !followUp.reach[channel] && at > followUp.session.closedAt;",
      mutants: [
        ["channel !== 'all'", 'true'],
        ["'all'", '""'],
      ],
      why: 'A client stops one channel at a time; the check is for the type.',
    },
    {
      line: "const contactId = from ?? turn.followUp.reach[channel]?.contactId ?? '';",
      mutants: [
        ["''", '"Stryker was here!"'],
        ['turn.followUp.reach[channel]?.contactId', 'turn.followUp.reach[channel].contactId'],
      ],
      why: 'Only channels that the client has are stopped; the fallback is for the type.',
    },
  ],
  'follow-up/on-failure.ts': [
    {
      line: "const checkIn = checkInOf(turn, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
  ],
  'follow-up/on-hand-over.ts': [
    {
      line: '!isToCurrentContact(followUp, message) || followUp.reach[message.channel]?.stopped !== undefined;',
      mutants: [['followUp.reach[message.channel]?.stopped', 'followUp.reach[message.channel].stopped']],
      why: 'What goes to the current contact has its channel; the check is for the type.',
    },
    {
      line: "const checkIn = checkInOf(dropped, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
    {
      line: "const checkIn = checkInOf(told, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
    {
      line: "const checkIn = checkInOf(refused, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
  ],
  'follow-up/reach.ts': [
    {
      line: 'if (!reach) return { reach: followUp.reach };',
      mutants: [['{ reach: followUp.reach }', '{}']],
      why: 'Nothing of the plan changes either way.',
    },
  ],
  'follow-up/on-hold.ts': [
    {
      line: "because: [next.followUp.hold?.why ?? 'held'],",
      mutants: [
        ["'held'", '""'],
        ['next.followUp.hold?.why', 'next.followUp.hold.why'],
      ],
      why: 'A plan that is on hold says why; the fallback is for the type.',
    },
  ],
  'follow-up/on-reply.ts': [
    {
      line: "(next, { caseId = '' }) => tell(next, caseId, { at, kind: 'client-answered', code: meaning }),",
      mutants: [["''", '"Stryker was here!"']],
      why: 'Only silence with a case is looked at; the fallback is for the type.',
    },
    {
      line: "contactId: followUp.reach[channel]?.contactId ?? '',",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No contact has either id.',
    },
    {
      line: 'const noted = silent.length === 0 ? turn : change(turn, { ended });',
      mutants: [['silent.length === 0', 'false']],
      why: 'The same lines in a new list.',
    },
    {
      line: "if (reading.consent === 'opt-in' && channel !== 'link') return consentRenewed(turn, channel, at);",
      mutants: [
        ["channel !== 'link'", 'true'],
        ["'link'", '""'],
      ],
      why: 'No plan has a contact that is a link.',
    },
  ],
  'follow-up/on-wake.ts': [
    {
      line: 'return now >= (message.claimedAt ?? 0) + CLAIM_LEASE ? leaseOver(turn, message) : turn;',
      mutants: [
        ['now >= (message.claimedAt ?? 0) + CLAIM_LEASE', 'true'],
        ['(message.claimedAt ?? 0) + CLAIM_LEASE', '(message.claimedAt ?? 0) - CLAIM_LEASE'],
        ['message.claimedAt ?? 0', 'message.claimedAt && 0'],
      ],
      why: 'A claimed message is looked at when its lease is over, not before.',
    },
    {
      line: "const checkIn = checkInOf(turn, message.checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
    {
      line: 'if (!checkIn) return turn;',
      mutants: [['!checkIn', 'false']],
      why: 'Steps are looked at one by one, each while it is there; the check is for the type.',
    },
  ],
  'follow-up/queue-send.ts': [
    {
      line: "const contactId = turn.followUp.reach[channel]?.contactId ?? '';",
      mutants: [
        ["''", '"Stryker was here!"'],
        ['turn.followUp.reach[channel]?.contactId', 'turn.followUp.reach[channel].contactId'],
      ],
      why: 'The channel was chosen because it may be used; the fallback is for the type.',
    },
    {
      line: "contactId: followUp.reach[checkIn.channel]?.contactId ?? '',",
      mutants: [
        ["''", '"Stryker was here!"'],
        ['followUp.reach[checkIn.channel]?.contactId', 'followUp.reach[checkIn.channel].contactId'],
      ],
      why: 'The channel was chosen because it may be used; the fallback is for the type.',
    },
    {
      line: "export function withdraw(turn: Turn, { id, checkIn = '' }: Message): Turn {",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
    {
      line: "contactId: turn.followUp.reach[checkIn.channel]?.contactId ?? '',",
      mutants: [
        ["''", '"Stryker was here!"'],
        ['turn.followUp.reach[checkIn.channel]?.contactId', 'turn.followUp.reach[checkIn.channel].contactId'],
      ],
      why: 'The channel was chosen because it may be used; the fallback is for the type.',
    },
  ],
  'follow-up/text-of.ts': [
    {
      line: "staff: followUp.owner?.name ?? programme.staffNames[followUp.owner?.staffId ?? ''] ?? '',",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No member of staff has either id.',
    },
  ],
  'follow-up/turn.ts': [
    {
      line: "const step = checkInOf(turn, checkIn ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No check-in has either name.',
    },
    {
      line: 'if (from === to && hasEnded(from)) throw new IllegalMove(from, to);',
      mutants: [['from === to', 'true']],
      why: 'From an ended state to another is refused a line above.',
    },
  ],
};
