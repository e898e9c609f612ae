import type { Seen } from '../what-was-seen.ts';
import { isOfCase } from './ids.ts';
import type { RecordStory, Story, Told } from './model.ts';
import { caseOf, contactOf, messageOf } from './people.ts';

type Recorded = Extract<Seen, { kind: 'recorded' }>;
type Detail = Told['detail'];

/** The auditor's copy: every entry for the chain, and what its facts say of check-ins, messages and cases. */
export function takeRecord(story: Story, { at, document, seq, facts, previous, hash }: Recorded): void {
  const record = recordOf(story, document);
  record.entries.push({ at, seq, facts, previous, hash });
  for (const fact of facts) {
    const detail: Detail = { ...fact.detail };
    const told = { recordedAt: at, at: fact.at, kind: fact.kind, why: fact.why ?? '', detail };
    if (told.kind.startsWith('message-')) takeMessage(story, told);
    else if (isOfCase(document)) takeCase(story, document, told, fact.by);
    else record.facts.push(told);
  }
}

function recordOf({ records }: Story, document: string): RecordStory {
  const known = records.get(document);
  if (known) return known;
  const record: RecordStory = { entries: [], facts: [] };
  records.set(document, record);
  return record;
}

function takeMessage(story: Story, { recordedAt, kind, why, detail }: Told): void {
  const id = detail['message'];
  if (typeof id !== 'string') return;
  const message = messageOf(story, id);
  message.recordedAt ??= recordedAt;
  const { to, refused } = message.asks.at(-1) ?? {};
  if (kind !== 'message-refused' || to === undefined) return;
  // What the carrier said counts, whatever was made of it.
  if (why === 'suppress' || refused === '21610') contactOf(story, to).refusedAsStopped.push(recordedAt);
}

const DONE = {
  'escalation-acknowledged': 'acknowledged',
  'task-acknowledged': 'acknowledged',
  'task-closed': 'closed',
} as const satisfies Readonly<Record<string, string>>;
const isDone = (kind: string): kind is keyof typeof DONE => kind in DONE;

function takeCase(story: Story, id: string, { recordedAt, kind, detail }: Told, by: string): void {
  if (isDone(kind)) caseOf(story, id).doneBy.push({ at: recordedAt, what: DONE[kind], by });
  if (kind !== 'escalation-raised' && kind !== 'task-opened') return;
  const dueAt = detail['dueAt'];
  caseOf(story, id).opened ??= {
    at: recordedAt,
    escalation: kind === 'escalation-raised',
    dueAt: typeof dueAt === 'number' ? dueAt : recordedAt,
  };
}
