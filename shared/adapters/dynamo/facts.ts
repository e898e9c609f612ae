import { hash } from 'node:crypto';
import { PutCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Fact } from '#shared/domain/record.ts';
import type { Freshness } from '#shared/ports.ts';
import { expiresAfter, isConditionFailure, dynamo, type Dynamo } from './client.ts';

/** One advance on the record: its facts, its place, and the hash that holds the whole record up to here. */
export type RecordedFacts = {
  document: string;
  seq: number;
  facts: readonly Fact[];
  previous: string;
  hash: string;
  /** Set when the event bus did not take the events of these facts twice; the record went on without it. */
  unpublished?: true;
};

/** SHA-256 over the previous hash and the canonical JSON of this entry, base64url. */
export function hashOf(entry: Pick<RecordedFacts, 'document' | 'seq' | 'facts' | 'previous'>): string {
  const { document, seq, facts, previous } = entry;
  return hash('sha256', previous + canonicalJson({ document, seq, facts }), 'base64url');
}

/** JSON with sorted keys and without what is undefined: the same value always gives the same text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = value as Readonly<Record<string, unknown>>;
  let members = '';
  for (const name of Object.keys(fields).sort()) {
    if (fields[name] === undefined) continue;
    members += `${members && ','}${JSON.stringify(name)}:${canonicalJson(fields[name])}`;
  }
  return `{${members}}`;
}

export type FactsTable = {
  get(document: string, seq: number, freshness: Freshness): Promise<RecordedFacts | undefined>;
  /** Puts an entry unless its place is taken; what stands on the record is never replaced. */
  put(entry: RecordedFacts, now: number): Promise<void>;
  /** The whole record of a document, oldest first. */
  of(document: string): Promise<readonly RecordedFacts[]>;
};

/** The append-only table of facts. Needs PutItem, GetItem and Query; there is nothing here that updates or deletes. */
export function factsTable(options: { client?: Dynamo; table: string; factsDays: number }): FactsTable {
  const { client = dynamo(), table, factsDays } = options;
  return {
    async get(document, seq, freshness) {
      const ConsistentRead = freshness === 'latest';
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { document, seq }, ConsistentRead }),
      );
      return Item as RecordedFacts | undefined; // this table holds nothing else
    },
    async put(entry, now) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...entry, expiresAt: expiresAfter(now, factsDays) },
            ConditionExpression: 'attribute_not_exists(seq)',
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
    of: (document) => readAll(client, table, document),
  };
}

async function readAll(client: Dynamo, table: string, document: string): Promise<RecordedFacts[]> {
  const entries: RecordedFacts[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#document = :document',
        ExpressionAttributeNames: { '#document': 'document' },
        ExpressionAttributeValues: { ':document': document },
        ExclusiveStartKey: start,
        ConsistentRead: true,
      }),
    );
    entries.push(...((page.Items ?? []) as RecordedFacts[])); // this table holds nothing else
    start = page.LastEvaluatedKey;
  } while (start);
  return entries;
}

/** What is wrong with a record, if anything: a gap, or an entry whose hash does not hold. Entries oldest first. */
export function brokenAt(
  entries: readonly RecordedFacts[],
): { seq: number; problem: 'gap' | 'hash' } | undefined {
  let previous = '';
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return { seq: index + 1, problem: 'gap' };
    if (entry.previous !== previous || entry.hash !== hashOf(entry))
      return { seq: entry.seq, problem: 'hash' };
    previous = entry.hash;
  }
  return undefined;
}
