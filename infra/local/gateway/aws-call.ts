import type { Need } from '../policies/access.ts';

/** One request that an AWS SDK sent. */
export type AwsCall = {
  /** As in the credential scope: dynamodb, sqs, sns, events, secretsmanager, ses, s3. */
  readonly service: string;
  /** From X-Amz-Target or the form's Action; empty for REST services. */
  readonly operation: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type AwsReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
};

export type AwsService = {
  /** What the call needs to be allowed. Throws UnknownAwsCall for an operation that is not known here. */
  readonly needs: (call: AwsCall) => Need[];
  readonly serve: (call: AwsCall) => Promise<AwsReply> | AwsReply;
};

/** A call that the local stack does not know, so that it can be neither checked nor answered. */
export class UnknownAwsCall extends Error {
  override readonly name = 'UnknownAwsCall';
  readonly call: string;
  constructor(call: string) {
    super(`the local stack does not know the AWS call ${call}`);
    this.call = call;
  }
}

/** The call's JSON body; an empty one is an empty object. */
export function jsonOf(call: AwsCall): Readonly<Record<string, unknown>> {
  const known = parsedBodies.get(call);
  if (known) return known;
  const parsed: Readonly<Record<string, unknown>> = Object(
    JSON.parse(call.body.length === 0 ? '{}' : call.body.toString('utf8')),
  );
  parsedBodies.set(call, parsed);
  return parsed;
}

// A call's body is read for its needs, for its answer and for what it changed.
const parsedBodies = new WeakMap<AwsCall, Readonly<Record<string, unknown>>>();

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const jsonReply = (value: unknown, status = 200): AwsReply => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(value),
});

export const errorReply = (service: string, type: string, message: string, status = 400): AwsReply => {
  if (service !== 'sns' && service !== 's3')
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type },
      body: JSON.stringify({ __type: type, message, Message: message }),
    };
  const error = `<Error><Type>Sender</Type><Code>${type}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: service === 'sns' ? `<ErrorResponse>${error}</ErrorResponse>` : error,
  };
};

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
