import { describeError, logOutcome, type LogLine, type Write } from './log.ts';
import { functionName } from './function-name.ts';

/** A handler for a schedule or rule: runs, logs and counts the outcome word. A failure is logged and thrown, so that it alarms. */
export function scheduleHandler(work: () => Promise<string>, write?: Write): () => Promise<void> {
  return async () => {
    const started = performance.now();
    const log = (outcome: string, more: Partial<LogLine> = {}) =>
      logOutcome(
        { function: functionName(), outcome, ms: Math.round(performance.now() - started), ...more },
        write,
      );
    try {
      log(await work());
    } catch (error) {
      log('failed', { error: describeError(error) });
      throw new ScheduledWorkFailed();
    }
  };
}

/** What Lambda is told instead of an error whose message may quote anything. */
class ScheduledWorkFailed extends Error {
  constructor() {
    super('see the log line with outcome "failed"');
    this.name = 'ScheduledWorkFailed';
  }
}
