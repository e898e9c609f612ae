import type { PlantedBug } from './planted-bug.ts';

/** Messages that say the wrong thing, answers that nobody gets, and plans that go on against the agency’s word. */
export const BUGS_OF_CONTENTS: readonly PlantedBug[] = [
  {
    name: 'everybody-in-english',
    promise: 'silentlyLost',
    what: 'Clients are written to in English, whatever language the agency says they speak.',
    file: 'shared/domain/enrolment/enrol.ts',
    find: `    language: decision.language,`,
    replace: `    language: 'en',`,
  },
  {
    name: 'a-strangers-name',
    promise: 'leaked',
    what: 'The name of the first client is kept between texts, and every other client is called by it.',
    file: 'shared/domain/follow-up/text-of.ts',
    find: `    ...(followUp.name && { name: followUp.name }),`,
    replace: `    ...(followUp.name && { name: (programme.staffNames['first'] ??= followUp.name) }),`,
  },
  {
    name: 'no-safety-answer-to-urgent-words',
    promise: 'unread',
    what: 'Who writes that they are in danger is not told who is there now, while a person is paged.',
    file: 'shared/domain/case/answer-client.ts',
    find: `if (!answer || (answer.atOnce !== undefined) !== (fact === 'opened')) return turn;`,
    replace: `if (answer?.atOnce === undefined || fact !== 'opened') return turn;`,
  },
  {
    name: 'stop-never-confirmed',
    promise: 'afterStop',
    what: 'Every stop counts as answered by the carrier, also one in words, which it does not understand.',
    file: 'shared/domain/follow-up/on-reply.ts',
    find: `return who === 'carrier' && input.carrierAnswered`,
    replace: `return who === 'carrier'`,
  },
  {
    name: 'two-plans-go-on',
    promise: 'twice',
    what: 'A client whose newer session has a plan goes on being asked by the plan of the older one, too.',
    file: 'functions/start-follow-up/leave-one-plan.ts',
    find: `for (const other of older)\n`,
    replace: `for (const other of older) if (other.id === id)\n`,
  },
  {
    name: 'hold-never-lifted',
    promise: 'silentlyLost',
    what: 'The end of a hold changes nothing, and one check-in after the other ends as held.',
    file: 'shared/domain/follow-up/on-hold.ts',
    find: `if (held && held.since > at) return turn;`,
    replace: `if (held) return turn;`,
  },
];
