import type { PlantedBug } from './planted-bug.ts';

/** Steps of a plan that vanish without a word to anybody. */
export const BUGS_SILENTLY_LOST: readonly PlantedBug[] = [
  {
    name: 'only-what-fell-due-just-now',
    promise: 'nobodyKnew',
    what: 'What fell due more than five minutes ago is not looked at any more.',
    file: 'functions/wake-due/wake-due.ts',
    find: `  for await (const item of due) {\n`,
    replace: `  for await (const item of due) {\n    if (item.dueAt < Date.now() - 300_000) continue;\n`,
  },
  {
    name: 'stored-event-never-taken-up',
    promise: 'silentlyLost',
    what: 'An event that was stored and whose queue message is lost stands in no index, so that nothing takes it up.',
    file: 'shared/adapters/dynamo/inbox.ts',
    find: `item.state === 'received' ? item.receivedAt + SETTLED_BY : undefined`,
    replace: `item.receivedAt < 0 ? item.receivedAt + SETTLED_BY : undefined`,
  },
  {
    name: 'event-before-its-session-dropped',
    promise: 'afterStop',
    what: 'An event that overtook the closing of its session is settled and forgotten.',
    file: 'functions/start-follow-up/start-follow-up.ts',
    find: `if (outcome !== 'unknown-session') {`,
    replace: `if (outcome !== '') {`,
  },
  {
    name: 'near-steps-left-out',
    promise: 'silentlyLost',
    what: 'A check-in less than three weeks ahead is not planned, but for the first.',
    file: 'shared/domain/enrolment/plan-steps.ts',
    find: `later.filter((step) => step.tooLateAt > now)`,
    replace: `later.filter((step) => step.tooLateAt > now + 20 * DAY)`,
  },
  {
    name: 'too-late-is-only-left-out',
    promise: 'nobodyKnew',
    what: 'A check-in that could not go out in time is left out without a call for staff.',
    file: 'shared/domain/follow-up/queue-send.ts',
    find: `  if (checkIn.kind !== 'check-in') return ended;\n  const { followUp, context } = turn;\n  const byTier`,
    replace: `  if (checkIn.attempt > 0) return ended;\n  const { followUp, context } = turn;\n  const byTier`,
  },
  {
    name: 'declined-without-a-task',
    promise: 'nobodyKnew',
    what: 'A client at moderate or high risk who is not enrolled is nobody’s task.',
    file: 'shared/domain/enrolment/enrol.ts',
    find: `if (session.tier === 'low' && !ALWAYS_A_TASK.includes(reason)) return undefined;`,
    replace: `if (!ALWAYS_A_TASK.includes(reason)) return undefined;`,
  },
  {
    name: 'imminent-risk-only-recorded',
    promise: 'nobodyKnew',
    what: 'A session that ends in imminent risk is recorded as declined, and nobody is told.',
    file: 'shared/domain/enrolment/enrol.ts',
    find: `if (session.tier === 'low' && !ALWAYS_A_TASK.includes(reason)) return undefined;`,
    replace: `if (reason === 'imminent' || (session.tier === 'low' && !ALWAYS_A_TASK.includes(reason))) return undefined;`,
  },
  {
    name: 'unsettled-text-waits-for-ever',
    promise: 'silentlyLost',
    what: 'A check-in whose text has an outcome that nobody could settle waits for an answer for ever.',
    file: 'shared/domain/follow-up/on-carrier.ts',
    find: `return checkIn?.state === 'sending' ? notSent(raised, checkIn, 'outcome-unknown') : raised;`,
    replace: `return checkIn?.state === 'sending' ? updateCheckIn(raised, checkIn.id, { state: 'awaiting-answer' }) : raised;`,
  },
];
