/**
 * What DynamoDB charges, by our own arithmetic: an emulator's consumed capacity never counts indexes.
 * Source: Amazon DynamoDB Developer Guide, "DynamoDB Item sizes and formats" and "Capacity unit consumption".
 */
const WRITE_UNIT = 1024;
const READ_UNIT = 4096;

type Item = Readonly<Record<string, unknown>>;

/** An item's size in bytes: attribute names plus values, undefined ones left out. */
export function itemBytes(item: Item): number {
  return Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value !== 'object' || value === null) return 1;
  const members = Array.isArray(value)
    ? value.reduce((sum: number, member) => sum + 1 + valueBytes(member), 0)
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .reduce((sum, [name, member]) => sum + 1 + utf8(name) + valueBytes(member), 0);
  return 3 + members;
}

/** About one byte per two significant digits, one more, and one for a sign. */
function numberBytes(value: number): number {
  const digits = Math.abs(value)
    .toString()
    .replace(/[.e+-]/g, '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (value < 0 ? 1 : 0);
}

const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The attributes of one index that holds keys only, the table's own key included. */
export type IndexKeys = { keys: readonly string[]; projected: readonly string[] };

/** The sparse index on what is due, of a table with these key attributes. */
export function dueIndexOf(tableKeys: readonly string[]): IndexKeys {
  return { keys: ['dueShard', 'dueAt'], projected: [...tableKeys, 'dueShard', 'dueAt'] };
}

/** Write units of one write: the larger of the item before and after, and one write for each index entry that goes or comes. */
export function writeUnits(
  before: Item | undefined,
  after: Item | undefined,
  indexes: readonly IndexKeys[],
): number {
  const base = units(Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0), WRITE_UNIT);
  return indexes.reduce((sum, index) => sum + indexUnits(before, after, index), base);
}

function indexUnits(before: Item | undefined, after: Item | undefined, index: IndexKeys): number {
  const old = entryOf(before, index);
  const next = entryOf(after, index);
  if (JSON.stringify(old) === JSON.stringify(next)) return 0;
  // A changed key is a delete and a put.
  return [old, next].reduce((sum, entry) => sum + (entry ? units(itemBytes(entry), WRITE_UNIT) : 0), 0);
}

function entryOf(item: Item | undefined, { keys, projected }: IndexKeys): Item | undefined {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  return Object.fromEntries(projected.map((name) => [name, item[name]]));
}

/** Read units of reading so many bytes; an eventually consistent read costs half. */
export function readUnits(bytes: number, consistency: 'strong' | 'eventual'): number {
  return units(bytes, READ_UNIT) * (consistency === 'strong' ? 1 : 0.5);
}

function units(bytes: number, size: number): number {
  return Math.max(1, Math.ceil(bytes / size));
}
