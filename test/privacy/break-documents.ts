import type { MarkedClient } from './marked-client.ts';
import { OF_A_TEST, type Play } from './marked-play.ts';
import type { Exchange } from './wire-tap.ts';

/** A document of a later release, and messages on every queue that no function can read. */
export async function breakDocuments(play: Play): Promise<void> {
  const { stack, clients, awsCalls } = play;
  const newer = clients[13];
  const saved = awsCalls.find(
    ({ body, headers }) =>
      String(headers['x-amz-target']).endsWith('.PutItem') &&
      text(body, 'TableName').includes('FollowUps') &&
      body.includes(newer?.ref ?? '-'),
  );
  if (!saved) throw new Error('nobody saved the follow-up that was to be broken');
  const put = JSON.parse(saved.body) as { TableName: string; Item: Record<string, unknown> }; // DynamoDB's protocol
  await again(saved, { TableName: put.TableName, Item: { ...put.Item, schema: { N: '99' } } });
  await stack.text(newer?.phone ?? '', `is anyone there ${newer?.says('in a text')}`);
  await poisonQueues(play, clients[14]);
}

const text = (body: string, field: string) => String(Reflect.get(Object(JSON.parse(body)), field));

const isSent = ({ headers }: Exchange) => String(headers['x-amz-target']) === 'AmazonSQS.SendMessage';

async function poisonQueues({ awsCalls, planted }: Play, client: MarkedClient | undefined): Promise<void> {
  const { phone = '', email = '' } = client ?? {};
  const word = client?.says('in a text') ?? '';
  const byQueue = Map.groupBy(awsCalls.filter(isSent), ({ body }) => text(body, 'QueueUrl'));
  for (const [QueueUrl, [sent]] of byQueue) {
    const bodies = [
      `{"followUpId": "${phone}", not JSON ${word}`,
      JSON.stringify({ [phone]: word, followUpId: email, input: { kind: word, [email]: phone } }),
      JSON.stringify({ messageId: word, action: phone, caseId: 7, input: { kind: 'reply', [word]: word } }),
    ];
    for (const MessageBody of bodies) {
      planted.add(MessageBody);
      if (sent) await again(sent, { QueueUrl, MessageBody });
    }
  }
}

/** The same call once more, with another body. */
async function again({ port, headers }: Exchange, body: unknown): Promise<void> {
  // So marked, it is not taken for one of a function.
  const own: [string, string] = [OF_A_TEST, 'yes'];
  const kept = Object.entries(headers).filter(([name]) => /^(authorization|content-type|x-amz)/.test(name));
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: [own, ...kept.map(([name, value]): [string, string] => [name, String(value)])],
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the local stack refused what was to break it: ${answer.status}`);
}
