import type { PlantedBug } from './planted-bug.ts';

/** Personal words where they may not stand, repeats that change something, and a record with holes. */
export const BUGS_OF_RECORD: readonly PlantedBug[] = [
  {
    name: 'queue-message-in-the-log',
    promise: 'leaked',
    what: 'A log line quotes the message of the queue that it is about.',
    file: 'shared/lambda/sqs-worker.ts',
    find: `about = { ids: idsOf(message), ...(kind`,
    replace: `about = { ids: idsOf(message), route: record.body, ...(kind`,
  },
  {
    name: 'number-in-the-log',
    promise: 'leaked',
    what: 'The telephone number of whoever wrote stands in a log line.',
    file: 'functions/receive-text/receive-text.ts',
    find: `return text ? handleText(deps, text) : 'known';`,
    replace: `return text ? \`\${await handleText(deps, text)} \${incoming.from}\` : 'known';`,
  },
  {
    name: 'alert-names-the-client',
    promise: 'leaked',
    what: 'An alert to staff carries the agency’s reference of the client.',
    file: 'functions/advance-case/carry-out.ts',
    find: `await deps.alerts.toStep(step, { caseId: value.id, priority: value.priority, url });`,
    replace: `const who = value.subject.clientRef ?? '';
    await deps.alerts.toStep(step, { caseId: value.id, priority: \`\${value.priority} \${who}\` as typeof value.priority, url });`,
  },
  {
    name: 'known-text-read-again',
    promise: 'replayDiffers',
    what: 'A text that was stored before is handled as a new one whenever its webhook comes again.',
    file: 'shared/apply/store-text.ts',
    find: `return (await contacts.storeText(text)) === 'stored' ? text : undefined;`,
    replace: `return (await contacts.storeText(text)) === 'stored' || text.id !== '' ? text : undefined;`,
  },
  {
    name: 'webhook-of-a-text-handled-twice',
    promise: 'replayDiffers',
    what: 'A text whose webhook comes again is stored as another one.',
    file: 'shared/apply/store-text.ts',
    find: `    id: incoming.messageSid,`,
    replace: `    id: \`\${incoming.messageSid}.\${Date.now()}\`,`,
  },
  {
    name: 'hash-without-the-one-before',
    promise: 'recordBroken',
    what: 'The hash of an entry does not hold the entries before it.',
    file: 'shared/adapters/dynamo/facts.ts',
    find: `hash('sha256', previous + canonicalJson(`,
    replace: `hash('sha256', canonicalJson(`,
  },
  {
    name: 'record-overwritten',
    promise: 'recordBroken',
    what: 'An entry of the record may be put again over the one that stands there.',
    file: 'shared/adapters/dynamo/facts.ts',
    find: `            ConditionExpression: 'attribute_not_exists(seq)',\n`,
    replace: '',
  },
  {
    name: 'creation-not-recorded',
    promise: 'recordBroken',
    what: 'What opened a document is not put on its record.',
    file: 'shared/adapters/dynamo/pending-facts.ts',
    find: `if (held.facts.length > 0) await publishThenPut(`,
    replace: `if (held.facts.length > 0 && held.item.version > 1) await publishThenPut(`,
  },
  {
    name: 'left-behind-facts-dropped',
    promise: 'recordBroken',
    what: 'Facts that a crash kept from the record are overwritten by the next save.',
    file: 'shared/adapters/dynamo/pending-facts.ts',
    find: `if (!held?.item.pending) return;`,
    replace: `if (held?.item.version !== 0) return;`,
  },
];
