import type { CallContext } from '../policies/conditions.ts';
import type { Access, Need } from '../policies/access.ts';
import type { LocalTable } from '../tables/create-tables.ts';
import type { DueMoments } from '../tables/due-moments.ts';
import type { EmbeddedDynamoDb } from '../tables/embedded-dynamodb.ts';
import { jsonOf, jsonReply, textOf, UnknownAwsCall, type AwsCall, type AwsService } from './aws-call.ts';

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const onOneTable = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'DescribeTable',
]);
const onSeveral = new Set(['BatchGetItem', 'BatchWriteItem']);

export type TableWatch = {
  readonly onWrite: (tableName: string) => void;
  /** After a put was stored; the item is in DynamoDB's wire format. */
  readonly onItemPut: (table: LocalTable, item: Readonly<Record<string, unknown>>) => void;
};

export function dynamoDbService(
  engine: EmbeddedDynamoDb,
  tables: readonly LocalTable[],
  access: Access,
  due: DueMoments,
  watch: TableWatch,
): AwsService {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const tableOf = (name: string) => byName.get(name) ?? byName.get(name.split('/').at(-1) ?? '');

  const needsOf = (operation: string, name: string, input: Readonly<Record<string, unknown>>): Need[] => {
    const table = tableOf(name);
    const arn = table?.arn ?? `arn:aws:dynamodb:::table/${name}`;
    const index = textOf(input['IndexName']);
    const use = writes.has(operation) ? 'write' : 'read';
    const need: Need = {
      action: `dynamodb:${operation}`,
      resource: index === '' ? arn : `${arn}/index/${index}`,
      ...(table && { context: leadingKeys(table, input) }),
    };
    return [need, ...(operation === 'DescribeTable' ? [] : access.keyNeeds(arn, use))];
  };

  return {
    needs(call) {
      const input = jsonOf(call);
      if (onOneTable.has(call.operation)) return needsOf(call.operation, textOf(input['TableName']), input);
      if (onSeveral.has(call.operation))
        return Object.keys(Object(input['RequestItems'])).flatMap((name) =>
          needsOf(call.operation, name, {}),
        );
      throw new UnknownAwsCall(`dynamodb:${call.operation}`);
    },
    async serve(call) {
      if (await findsNothing(call, tableOf, due)) return jsonReply({ Items: [], Count: 0, ScannedCount: 0 });
      const reply = await engine.request(call.operation, call.body.toString('utf8'));
      if (reply.status === 200 && writes.has(call.operation)) tellOfWrite(call, tableOf, watch);
      return {
        status: reply.status,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: reply.body,
      };
    },
  };
}

function tellOfWrite(
  call: AwsCall,
  tableOf: (name: string) => LocalTable | undefined,
  watch: TableWatch,
): void {
  const input = jsonOf(call);
  const names =
    'RequestItems' in input ? Object.keys(Object(input['RequestItems'])) : [textOf(input['TableName'])];
  for (const table of names.map(tableOf)) {
    if (!table) continue;
    watch.onWrite(table.name);
    if (call.operation === 'PutItem') watch.onItemPut(table, Object(input['Item']));
  }
}

const plainDueQuery = /^#?\w+ = (:\w+) AND #?\w+ <=? (:\w+)$/;

/** Whether a call is a query of one shard of the `due` index up to a moment, and would find nothing. */
async function findsNothing(
  call: AwsCall,
  tableOf: (name: string) => LocalTable | undefined,
  due: DueMoments,
): Promise<boolean> {
  if (call.operation !== 'Query') return false;
  const input = jsonOf(call);
  const [, shardName = '', byName = ''] = plainDueQuery.exec(textOf(input['KeyConditionExpression'])) ?? [];
  const values = Object(input['ExpressionAttributeValues']);
  const table = tableOf(textOf(input['TableName']));
  if (input['IndexName'] !== 'due' || !table || shardName === '' || 'ReturnConsumedCapacity' in input)
    return false;
  const by = Number(values[byName]?.N);
  return Number.isFinite(by) && due.findsNothing(table.name, textOf(values[shardName]?.S), by);
}

/** The partition key that a call names, for policies that are limited to some of them. */
function leadingKeys(table: LocalTable, input: Readonly<Record<string, unknown>>): CallContext {
  const [partitionKey = ''] = table.keyNames;
  const value: unknown = Reflect.get(Object(input['Key'] ?? input['Item']), partitionKey);
  const [text] = Object.values(Object(value ?? {}));
  return typeof text === 'string' ? { 'dynamodb:LeadingKeys': [text] } : {};
}
