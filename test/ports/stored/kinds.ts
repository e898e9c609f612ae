import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';

/** An item as DynamoDB holds it: each value in its wire format. */
export type WireItem = Record<string, AttributeValue>;

type KindOfItem = {
  /** The schema that this release writes. Kinds whose items carry no number have theirs here. */
  readonly schema: number;
  readonly table: 'followUps' | 'cases' | 'contacts' | 'inbox' | 'facts';
  readonly isOne: (item: WireItem) => boolean;
};

const key = (item: WireItem) => item['sk']?.S ?? '';
const startsWith = (name: string, start: string) => (item: WireItem) =>
  (item[name]?.S ?? '').startsWith(start);

/** Every kind of item that this release stores. */
export const KINDS = {
  'follow-up': { schema: followUpKind.schema, table: 'followUps', isOne: (item) => 'doc' in item },
  body: { schema: 1, table: 'followUps', isOne: startsWith('id', 'body#') },
  case: { schema: caseKind.schema, table: 'cases', isOne: (item) => 'doc' in item },
  contact: { schema: 1, table: 'contacts', isOne: (item) => key(item) === 'contact' },
  'inbound-text': { schema: 1, table: 'contacts', isOne: startsWith('sk', 'in#') },
  consent: { schema: 1, table: 'contacts', isOne: startsWith('sk', 'consent#') },
  'client-link': { schema: 1, table: 'contacts', isOne: startsWith('pk', 'client#') },
  'sender-bucket': { schema: 1, table: 'contacts', isOne: startsWith('pk', 'sender#') },
  'inbox-item': { schema: 1, table: 'inbox', isOne: () => true },
  'facts-entry': { schema: 1, table: 'facts', isOne: () => true },
} as const satisfies Record<string, KindOfItem>;

export type Kind = keyof typeof KINDS;
// The keys of a constant.
export const kinds = Object.keys(KINDS) as Kind[];

export type StoredItem = { readonly kind: Kind; readonly item: WireItem };

/** Everything in the tables, by kind and key. Throws for an item of no known kind. */
export async function everythingStored(client: Dynamo): Promise<StoredItem[]> {
  const tables = [...new Set(kinds.map((kind) => KINDS[kind].table))];
  const pages = await Promise.all(
    tables.map(async (table) => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
      return Items.map((item) => ({ kind: kindOf(table, item), item }));
    }),
  );
  return pages.flat().toSorted((a, b) => (keyText(a.item) < keyText(b.item) ? -1 : 1));
}

function kindOf(table: string, item: WireItem): Kind {
  const kind = kinds.find((one) => KINDS[one].table === table && KINDS[one].isOne(item));
  if (!kind)
    throw new Error(`an item in ${table} is of no kind in test/ports/stored/kinds.ts: ${keyText(item)}`);
  return kind;
}

const keyText = ({ id, pk, sk, document, seq }: WireItem) =>
  JSON.stringify([id?.S ?? pk?.S ?? document?.S, sk?.S, Number(seq?.N ?? 0) + 1e6]);
