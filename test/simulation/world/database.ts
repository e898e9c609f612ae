import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { dueShards, type DueShards } from './due-shards.ts';
import { holds, updated, type Item } from './expressions.ts';

type Table = {
  readonly key: (item: Item) => string;
  readonly items: Map<string, { item: Item; before: Item | undefined; at: number }>;
  readonly due: DueShards;
  /** For a table with a sort key: the keys of one partition. */
  readonly partitions?: Map<string, Set<string>>;
};

export type TableName = 'FollowUps' | 'Cases' | 'Contacts' | 'Inbox' | 'Facts';

/** Tables that store, refuse and lag as DynamoDB does, for the commands that the product sends. */
export type Database = {
  /** Applies a command at once and returns what DynamoDB would. Throws ConditionalCheckFailedException. */
  apply(command: unknown, how: { stale: boolean; indexLag: number }): unknown;
  table(name: TableName): Table;
  /** A look at a shard of an index in which nothing is due: most are, and none of them is worth a moment of its own. */
  showsNothing(command: unknown): boolean;
  /** Told of every item that is put, in order. */
  onPut(listener: (table: TableName, item: Item) => void): void;
  /** The earliest due time visible in any table. */
  earliestDue(): number;
};

/** A read that may be stale misses at most the writes of this long. */
const STALE_FOR = 1_500;

export function database(now: () => number): Database {
  const tables = new Map<string, Table>([
    ['FollowUps', table(({ id }) => String(id))],
    ['Cases', table(({ id }) => String(id))],
    ['Inbox', table(({ id }) => String(id))],
    ['Contacts', { ...table(({ pk, sk }) => `${String(pk)}/${String(sk)}`), partitions: new Map() }],
    [
      'Facts',
      { ...table(({ document, seq }) => `${String(document)}/${String(seq)}`), partitions: new Map() },
    ],
  ]);
  const listeners: ((table: TableName, item: Item) => void)[] = [];

  function table(key: Table['key']): Table {
    return { key, items: new Map(), due: dueShards() };
  }

  function named(name: string | undefined): Table {
    const found = tables.get(name ?? '');
    if (!found) throw new Error(`there is no table ${name}`);
    return found;
  }

  function store(name: string, key: string, item: Item | undefined, indexLag: number): void {
    const { items, due, partitions } = named(name);
    const before = items.get(key)?.item;
    if (item) items.set(key, { item, before, at: now() });
    else items.delete(key);
    const partition = item && partitions && String(item['pk'] ?? item['document']);
    if (partition !== undefined) {
      const keys = partitions?.get(partition) ?? new Set();
      partitions?.set(partition, keys.add(key));
    }
    if (item?.['dueAt'] !== before?.['dueAt'])
      due.put(key, item && indexed(item), indexLag > 0 ? now() + indexLag : 0);
    if (item) for (const listener of listeners) listener(name as TableName, item); // a table's own name
  }

  function apply(command: unknown, how: { stale: boolean; indexLag: number }): unknown {
    if (command instanceof GetCommand) return get(command, how.stale);
    if (command instanceof PutCommand) return put(command, how.indexLag);
    if (command instanceof UpdateCommand) return update(command, how.indexLag);
    if (command instanceof QueryCommand) return query(command);
    if (command instanceof DeleteCommand) return remove(command);
    if (command instanceof ScanCommand) return scan(command);
    throw new Error('the database of the simulation does not know this command');
  }

  function get({ input }: GetCommand, stale: boolean): unknown {
    const { items, key } = named(input.TableName);
    const stored = items.get(key(input.Key ?? {}));
    const old = stale && input.ConsistentRead !== true && stored && now() - stored.at < STALE_FOR;
    return { Item: old ? stored.before : stored?.item };
  }

  function put({ input }: PutCommand, indexLag: number): unknown {
    const { items, key } = named(input.TableName);
    const item: Item = input.Item ?? {};
    const place = key(item);
    if (
      !holds(
        input.ConditionExpression,
        items.get(place)?.item,
        input.ExpressionAttributeNames,
        input.ExpressionAttributeValues,
      )
    )
      throw new ConditionalCheckFailed();
    store(input.TableName ?? '', place, item, indexLag);
    return {};
  }

  function update({ input }: UpdateCommand, indexLag: number): unknown {
    const { items, key } = named(input.TableName);
    const place = key(input.Key ?? {});
    const stored = items.get(place)?.item;
    const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input;
    if (!holds(input.ConditionExpression, stored, names, values)) throw new ConditionalCheckFailed();
    store(
      input.TableName ?? '',
      place,
      updated(input.UpdateExpression ?? '', stored ?? { ...input.Key }, names, values),
      indexLag,
    );
    return {};
  }

  function query({ input }: QueryCommand): unknown {
    const { items, due, partitions } = named(input.TableName);
    const values = input.ExpressionAttributeValues ?? {};
    if (input.IndexName === 'due')
      return { Items: due.due(String(values[':shard']), Number(values[':by']), now()) };
    const keys = [...(partitions?.get(String(values[':pk'] ?? values[':document'])) ?? [])];
    const found = keys.flatMap((key): Item[] => {
      const stored = items.get(key);
      return stored ? [stored.item] : [];
    });
    return { Items: found.sort((one, other) => (rank(one) < rank(other) ? -1 : 1)) };
  }

  function remove({ input }: DeleteCommand): unknown {
    const { key } = named(input.TableName);
    store(input.TableName ?? '', key(input.Key ?? {}), undefined, 0);
    return {};
  }

  function scan({ input }: ScanCommand): unknown {
    const { items } = named(input.TableName);
    const all: Item[] = [...items.values()].map(({ item }) => item);
    return {
      Items: all.filter((item) =>
        holds(input.FilterExpression, item, input.ExpressionAttributeNames, input.ExpressionAttributeValues),
      ),
    };
  }

  function showsNothing(command: unknown): boolean {
    if (!(command instanceof QueryCommand) || command.input.IndexName !== 'due') return false;
    const { ':shard': shard, ':by': by } = command.input.ExpressionAttributeValues ?? {};
    return named(command.input.TableName).due.due(String(shard), Number(by), now()).length === 0;
  }

  return {
    apply,
    showsNothing,
    table: (name) => named(name),
    onPut: (listener) => void listeners.push(listener),
    earliestDue: () => Math.min(...[...tables.values()].map(({ due }) => due.earliest(now()))),
  };
}

/** Sort keys are numbers in the record, strings elsewhere. */
const rank = ({ seq, sk }: Item): number | string => (typeof seq === 'number' ? seq : String(sk));

/** The index holds keys only. */
function indexed(item: Item) {
  const { id, pk, sk, dueShard, dueAt } = item;
  if (typeof dueAt !== 'number' || typeof dueShard !== 'string') return undefined;
  return { shard: dueShard, dueAt, fields: pk === undefined ? { id, dueAt } : { pk, sk, dueAt } };
}

class ConditionalCheckFailed extends Error {
  constructor() {
    super('The conditional request failed');
    this.name = 'ConditionalCheckFailedException';
  }
}
