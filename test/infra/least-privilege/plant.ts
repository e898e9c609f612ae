import { plainItem } from '#infra/local/tables/plain-item.ts';
import type { Exchange } from '#test/privacy/wire-tap.ts';
import type { Play } from './a-play.ts';

type Plain = Record<string, unknown>;

/** What a crash or a later release may leave behind: the newest item of a document, changed and stored as it is. */
export async function plant(
  play: Play,
  table: 'FollowUps' | 'Cases',
  which: (item: Plain) => boolean,
  change: (item: Plain) => Plain,
): Promise<void> {
  const saved = play.calls.findLast((call) => isPut(call, table) && which(itemOf(call)));
  if (!saved) throw new Error(`nothing was saved in ${table} that could be changed`);
  const { TableName } = bodyOf(saved);
  await again(saved, { TableName, Item: wireOf(change(itemOf(saved))) });
}

/** Puts a message on a queue once more, with another body. */
export async function putOn(play: Play, queue: string, body: unknown): Promise<void> {
  const sent = play.calls.find(
    (call) => targetOf(call) === 'AmazonSQS.SendMessage' && queueOf(call) === `Handrail-${queue}`,
  );
  if (!sent) throw new Error(`nothing was put on ${queue} yet`);
  await again(sent, { QueueUrl: bodyOf(sent)['QueueUrl'], MessageBody: JSON.stringify(body) });
}

const targetOf = ({ headers }: Exchange) => String(headers['x-amz-target']);
// The SDK’s protocol for DynamoDB and SQS is a JSON object.
const bodyOf = ({ body }: Exchange) => JSON.parse(body) as Plain;
const queueOf = (call: Exchange) => String(bodyOf(call)['QueueUrl']).split('/').at(-1);
const itemOf = (call: Exchange) => plainItem(Object(bodyOf(call)['Item']));

function isPut(call: Exchange, table: string): boolean {
  if (!targetOf(call).endsWith('.PutItem')) return false;
  return String(bodyOf(call)['TableName']).endsWith(table) && 'doc' in itemOf(call);
}

/** The same call in the name of the same function, with another body. */
async function again({ port, headers }: Exchange, body: unknown): Promise<void> {
  const kept = Object.entries(headers).filter(([name]) => /^(authorization|content-type|x-amz)/.test(name));
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: kept.map(([name, value]): [string, string] => [name, String(value)]),
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the local stack refused what was planted: ${answer.status}`);
}

/** Plain values in DynamoDB’s wire format. */
function wireOf(item: Plain): Record<string, unknown> {
  const fields = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([name, value]) => [name, wireValue(value)]));
}

function wireValue(value: unknown): unknown {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  return Array.isArray(value) ? { L: value.map(wireValue) } : { M: wireOf(Object(value)) };
}
