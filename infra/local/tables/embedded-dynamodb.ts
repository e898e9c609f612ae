import { EventEmitter } from 'node:events';
import dynalite from 'dynalite';
import * as z from 'zod';
import { LocalStackError } from '../local-stack-error.ts';

type DynamoReply = { readonly status: number; readonly body: string };

/** DynamoDB in this process: requests go to its listener directly, without the way through a socket. */
export type EmbeddedDynamoDb = {
  /** One request of DynamoDB's JSON protocol; `body` is the request's JSON. */
  readonly request: (operation: string, body: string) => Promise<DynamoReply>;
  /** The same for the stack's own use. Throws LocalStackError `not-allowed` when it is refused. */
  readonly call: (operation: string, input: unknown) => Promise<Record<string, unknown>>;
  readonly stop: () => Promise<void>;
};

const Reply = z.record(z.string(), z.unknown());

const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export async function startDynamoDb(path?: string): Promise<EmbeddedDynamoDb> {
  const engine = dynalite({
    createTableMs: 0,
    updateTableMs: 0,
    deleteTableMs: 0,
    ...(path !== undefined && { path }),
  });
  // It closes its database only as a server that listens; nobody is told this port.
  await new Promise<void>((resolve) => void engine.listen(0, '127.0.0.1', resolve));

  const request = (operation: string, body: string): Promise<DynamoReply> =>
    new Promise((resolve) => {
      const incoming = Object.assign(new EventEmitter(), {
        method: 'POST',
        url: '/',
        headers: { ...headers, 'x-amz-target': `DynamoDB_20120810.${operation}` },
      });
      const outgoing = {
        statusCode: 200,
        setHeader: () => undefined,
        end: (text: string) => resolve({ status: outgoing.statusCode, body: text }),
      };
      engine.emit('request', incoming, outgoing);
      incoming.emit('data', Buffer.from(body));
      incoming.emit('end');
    });

  return {
    request,
    async call(operation, input) {
      const reply = await request(operation, JSON.stringify(input));
      if (reply.status !== 200)
        throw new LocalStackError('not-allowed', operation, `DynamoDB refused ${operation}: ${reply.body}`);
      return Reply.parse(JSON.parse(reply.body));
    },
    stop: () =>
      new Promise((resolve, reject) => void engine.close((error) => (error ? reject(error) : resolve()))),
  };
}
