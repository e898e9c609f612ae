import type { Seen } from './places.ts';

const tables = ['FollowUps', 'Cases', 'Contacts', 'Inbox', 'Facts'];
const KEYS = new Set(['id', 'pk', 'sk', 'document', 'seq', 'dueShard', 'dueAt']);

type Fields = Record<string, unknown>;

/** What a call reads or writes, keys apart from values, by table; values of the contacts' table by kind of item. */
export function dynamoPlaces(operation: string, input: Fields): Seen[] {
  const table = tables.find((name) => String(input['TableName']).includes(name)) ?? 'an unknown table';
  const item = fieldsOf(input['Item']);
  const keys = Object.entries(item).filter(([name]) => KEYS.has(name));
  const values = Object.entries(item).filter(([name]) => !KEYS.has(name));
  const given = JSON.stringify(input['ExpressionAttributeValues'] ?? {});
  const place = `value in ${table}${kindOf(item)}`;
  return [
    { place: `key in ${table}`, text: JSON.stringify([keys, input['Key']]) },
    { place: operation === 'Query' ? `key in ${table}` : place, text: given },
    { place, text: JSON.stringify(Object.fromEntries(values)) },
  ];
}

const fieldsOf = (item: unknown): Fields => Object(item ?? {}) as Fields; // DynamoDB's protocol has an object here

function kindOf({ sk }: Fields): string {
  const key = JSON.stringify(fieldsOf(sk)['S'] ?? '').slice(1, -1);
  if (key === '') return '';
  return key.startsWith('in#')
    ? ' (text)'
    : key.startsWith('consent#')
      ? ' (consent)'
      : ` (${key.split('#')[0]})`;
}
