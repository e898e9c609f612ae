import * as z from 'zod/v4/core';
import { describeError, logOutcome, type LogLine, type Write } from './log.ts';
import { functionName } from './function-name.ts';
import { fieldsIn, Unreadable } from './unreadable.ts';

/** An EventBridge event as it reaches a function directly. */
export type BusEvent = { id: string; source: string; 'detail-type': string; time: string; detail: unknown };

/**
 * A handler for events of a bus, such as SES receipts. A failure is logged and thrown again without its message,
 * so that the asynchronous invocation is retried and ends in the function's failure queue.
 */
export function busHandler<S extends z.$ZodType>(
  schema: S,
  work: (detail: z.output<S>, event: { id: string; detailType: string; at: number }) => Promise<string>,
  write?: Write,
): (event: BusEvent) => Promise<void> {
  return async (event) => {
    const started = performance.now();
    const log = (outcome: string, more: Partial<LogLine> = {}) =>
      logOutcome(
        {
          function: functionName(),
          outcome,
          ms: Math.round(performance.now() - started),
          requestId: event.id,
          ...more,
        },
        write,
      );
    const read = z.safeParse(schema, event.detail);
    if (!read.success) {
      const fields = fieldsIn(read.error, schema);
      log('unreadable', { fields });
      throw new Unreadable(fields);
    }
    try {
      const at = Date.parse(event.time);
      log(await work(read.data, { id: event.id, detailType: event['detail-type'], at }));
    } catch (error) {
      log('failed', { error: describeError(error) });
      throw new BusEventFailed();
    }
  };
}

/** What Lambda is told instead of an error whose message may quote anything. */
class BusEventFailed extends Error {
  constructor() {
    super('see the log line with outcome "failed"');
    this.name = 'BusEventFailed';
  }
}
