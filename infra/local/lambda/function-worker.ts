import { Worker } from 'node:worker_threads';
import type { FunctionFailure, Invocation, WorkerReply, WorkerStart } from './messages.ts';

export type InvocationResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: FunctionFailure };

/** One execution environment of a function. Ends itself when an invocation runs out of time or the thread dies. */
export type FunctionWorker = {
  readonly invoke: (invocation: Invocation) => Promise<InvocationResult>;
  readonly dead: boolean;
  readonly stop: () => Promise<void>;
};

export function startFunctionWorker(
  start: WorkerStart,
  env: Readonly<Record<string, string>>,
  onLog: (text: string) => void,
): FunctionWorker {
  const worker = new Worker(new URL('./function-thread.ts', import.meta.url), {
    workerData: start,
    env: { ...env },
    execArgv: [],
  });
  let dead = false;
  let settle: ((result: InvocationResult) => void) | undefined;
  const finish = (result: InvocationResult) => {
    settle?.(result);
    settle = undefined;
  };
  const die = (failure: FunctionFailure) => {
    dead = true;
    finish({ ok: false, failure });
  };

  // function-thread.ts sends nothing but WorkerReplies.
  worker.on('message', (reply: WorkerReply) => {
    if (reply.kind === 'log') return onLog(reply.text);
    if (reply.kind === 'failed') return finish({ ok: false, failure: reply.error });
    finish({ ok: true, value: reply.value === undefined ? undefined : JSON.parse(reply.value) });
  });
  worker.on('error', (error: Error) =>
    die({ name: error.name, message: error.message, stack: error.stack ?? '' }),
  );
  worker.on('exit', (code) =>
    die({ name: 'Runtime.ExitError', message: `the function's thread ended (${code})` }),
  );
  worker.unref();

  return {
    get dead() {
      return dead;
    },
    invoke: (invocation) =>
      new Promise((resolve) => {
        const seconds = (invocation.timeoutMs / 1000).toFixed(2);
        const timer = setTimeout(() => {
          die({ name: 'Sandbox.Timedout', message: `Task timed out after ${seconds} seconds` });
          void worker.terminate();
        }, invocation.timeoutMs);
        settle = (result) => {
          clearTimeout(timer);
          resolve(result);
        };
        if (dead)
          return finish({
            ok: false,
            failure: { name: 'Runtime.ExitError', message: 'the thread has ended' },
          });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
        worker.postMessage(invocation);
      }),
    stop: async () => {
      dead = true;
      await worker.terminate();
      finish({ ok: false, failure: { name: 'Runtime.ExitError', message: 'the function was stopped' } });
    },
  };
}
