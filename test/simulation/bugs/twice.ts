import type { PlantedBug } from './planted-bug.ts';

/** One message that reaches a client more than once, and more of them than a day allows. */
export const BUGS_TWICE: readonly PlantedBug[] = [
  {
    name: 'send-without-claim',
    promise: 'twice',
    what: 'A message that somebody has claimed already is handed over again.',
    file: 'shared/domain/follow-up/on-hand-over.ts',
    find: `if (message?.state !== 'queued' || (`,
    replace: `if (!message || (`,
  },
  {
    name: 'version-ignored',
    promise: 'recordBroken',
    what: 'A save does not ask whether another save came first.',
    file: 'shared/adapters/dynamo/documents.ts',
    find: `ConditionExpression: 'version = :before', ExpressionAttributeValues`,
    replace: `ConditionExpression: 'version >= :before', ExpressionAttributeValues`,
  },
  {
    name: 'unknown-is-sent-again-at-once',
    promise: 'twice',
    what: 'After a time-out of the carrier the text is sent again without asking.',
    file: 'shared/domain/follow-up/on-hand-over.ts',
    find: `      return outcomeUnknown(turn, message);`,
    replace: `      return requeueMessage(turn, message, { lookAt: turn.context.now + 5_000 });`,
  },
  {
    name: 'second-look-at-the-carrier-skipped',
    promise: 'twice',
    what: 'One denial of the carrier is believed; its list may be behind.',
    file: 'shared/domain/follow-up/on-carrier.ts',
    find: `return (message.asked ?? 0) === 0 ? askAgain(turn, message) : neverHandedOver(turn, message);`,
    replace: `return neverHandedOver(turn, message);`,
  },
  {
    name: 'dead-senders-claim-goes-back',
    promise: 'twice',
    what: 'A claim whose holder died is put on the queue again without asking the carrier.',
    file: 'shared/domain/follow-up/on-wake.ts',
    find: `  const unknown = outcomeUnknown(turn, message);\n`,
    replace: `  const unknown = updateMessage(turn, message.id, { state: 'queued', lookAt: turn.context.now });\n`,
  },
  {
    name: 'daily-cap-ignored',
    promise: 'twice',
    what: 'Nothing counts how many messages a client had today.',
    file: 'shared/domain/contact/decide-hand-over.ts',
    find: `messageIds.length >= programme.dailyCap) return 'daily-cap'`,
    replace: `messageIds.length >= 99) return 'daily-cap'`,
  },
];
