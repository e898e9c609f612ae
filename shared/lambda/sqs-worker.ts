import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/v4/core';
import { describeError, idsOf, kindOf, logOutcome, type LogLine, type Write } from './log.ts';
import { functionName } from './function-name.ts';
import { readBody, Unreadable } from './unreadable.ts';

/** What the queue says about the record that a message came in. */
export type Delivery = { receives: number };

/**
 * A handler for a queue. Reads each record with the contract, runs them one by one, logs ids and the outcome word,
 * counts it, and fails only the records that failed: the queue hands those out again, and in the end to its DLQ.
 */
export function sqsWorker<S extends z.$ZodType>(
  schema: S,
  work: (message: z.output<S>, delivery: Delivery) => Promise<string>,
  write?: Write,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const failed: string[] = [];
    for (const record of Records) {
      const line = await runRecord(schema, work, record);
      if (line.outcome === 'failed' || line.outcome === 'unreadable') failed.push(record.messageId);
      logOutcome(line, write);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

async function runRecord<S extends z.$ZodType>(
  schema: S,
  work: (message: z.output<S>, delivery: Delivery) => Promise<string>,
  record: SQSRecord,
): Promise<LogLine> {
  const started = performance.now();
  const receives = Number(record.attributes.ApproximateReceiveCount) || 1;
  let about: Partial<LogLine> = {};
  const line = (outcome: string, more: Partial<LogLine> = {}): LogLine => ({
    function: functionName(),
    outcome,
    ms: Math.round(performance.now() - started),
    requestId: record.messageId,
    ...(receives > 1 && { receives }),
    ...about,
    ...more,
  });
  try {
    const message = readBody(schema, record.body);
    const kind = kindOf(message);
    about = { ids: idsOf(message), ...(kind && { kind }) };
    return line(await work(message, { receives }));
  } catch (error) {
    if (error instanceof Unreadable) return line('unreadable', { fields: error.fields });
    return line('failed', { error: describeError(error) });
  }
}
