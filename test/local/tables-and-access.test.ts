import { describe, expect, it } from 'vitest';
import { noon, runStack } from './fixtures/run-stack.ts';
import { aRoute, aTable, get, ref, smallStack } from './fixtures/small-stack.ts';

const writeOne = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  export const handler = async (event) => {
    const item = { id: { S: 'case-1' }, at: { N: String(Date.now()) } };
    await client.send(new PutItemCommand({ TableName: process.env.NOTES_TABLE, Item: item }));
    return { statusCode: 202, body: event.body ?? '' };
  };`;

const stackWith = (
  allow: { Action: unknown; Resource: unknown; Condition?: unknown; Effect?: string }[],
  more = {},
) =>
  smallStack(
    { Notes: aTable(), ...aRoute('POST /notes', 'WriteNote'), ...more },
    { WriteNote: { source: writeOne, allow, environment: { NOTES_TABLE: ref('Notes') } } },
  );

describe('a function’s calls', () => {
  it('reach the table when its role allows them', async () => {
    const { stack } = await runStack(
      await stackWith([{ Action: 'dynamodb:PutItem', Resource: get('Notes') }]),
    );

    const response = await fetch(`${stack.http}/notes`, { method: 'POST', body: 'hello' });

    expect(response.status).toBe(202);
    expect(await stack.table('Notes')).toEqual([{ id: 'case-1', at: noon }]);
  });

  it('fail loudly when its role does not allow them', async () => {
    const { stack, kinds } = await runStack(
      await stackWith([{ Action: 'dynamodb:GetItem', Resource: get('Notes') }]),
    );

    const response = await fetch(`${stack.http}/notes`, { method: 'POST' });

    expect(response.status).toBe(500);
    expect(kinds('denied')).toMatchObject([{ who: 'WriteNote', action: 'dynamodb:PutItem' }]);
    expect(kinds('function-failed')).toMatchObject([{ error: 'AccessDeniedException' }]);
    expect(await stack.table('Notes')).toEqual([]);
  });
});
