import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import { dueIndexOf, itemBytes, readUnits, writeUnits } from '#shared/adapters/dynamo/units.ts';

type Item = Record<string, unknown>;
type Input = {
  TableName?: string;
  Key?: Item;
  Item?: Item;
  IndexName?: string;
  ConsistentRead?: boolean;
};

type Units = { write: number; read: number };
export type UnitCount = {
  total(): Units;
  /** By operation and table, for example `Put followUps`. */
  by: () => Record<string, Units & { calls: number }>;
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  contacts: ['pk', 'sk'],
  facts: ['document', 'seq'],
};

/**
 * Counts what a client's calls would be charged, indexes included. `looking` is a client of its own, uncounted, with which
 * items are looked at before and after. A refused write is charged like one that changed nothing.
 */
export function countUnits(counted: Dynamo, looking: Dynamo): UnitCount {
  const counts = new Map<string, Units & { calls: number }>();

  function add(name: string, { write = 0, read = 0 }: Partial<Units>): void {
    const before = counts.get(name) ?? { write: 0, read: 0, calls: 0 };
    counts.set(name, { write: before.write + write, read: before.read + read, calls: before.calls + 1 });
  }

  async function look({ TableName = '', Key, Item }: Input): Promise<Item | undefined> {
    const names = KEYS[TableName] ?? ['id'];
    const key = Key ?? Object.fromEntries(names.map((name) => [name, Item?.[name]]));
    return (await looking.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }))).Item;
  }

  counted.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = args.input as Input; // a command of the document client
        const table = input.TableName ?? '';
        const name = `${commandName.replace('Command', '')} ${table}${input.IndexName ? ' due' : ''}`;
        if (/^(Get|Query)/.test(commandName)) {
          const answer = await next(args);
          add(name, {
            read: readUnits(sizeOf(answer.output as Read), input.ConsistentRead ? 'strong' : 'eventual'),
          });
          return answer;
        }
        const before = await look(input);
        try {
          return await next(args);
        } finally {
          const indexes = table === 'facts' ? [] : [dueIndexOf(KEYS[table] ?? ['id'])];
          add(name, { write: writeUnits(before, await look(input), indexes) });
        }
      },
    { step: 'initialize', priority: 'high' },
  );

  return {
    total: () =>
      [...counts.values()].reduce(
        (sum, { write, read }) => ({ write: sum.write + write, read: sum.read + read }),
        { write: 0, read: 0 },
      ),
    by: () => Object.fromEntries([...counts].sort(([, a], [, b]) => b.write + b.read - a.write - a.read)),
  };
}

type Read = { Item?: Item; Items?: Item[] };

function sizeOf({ Item, Items = [] }: Read): number {
  return [...(Item ? [Item] : []), ...Items].reduce((sum, item) => sum + itemBytes(item), 0);
}
