import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { startFunctionWorker, type FunctionWorker, type InvocationResult } from './function-worker.ts';
import type { WorkerStart } from './messages.ts';

export type FunctionSpec = {
  readonly name: string;
  readonly nameInCode: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly handler: string;
  readonly assetFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The queue for events that failed although they were tried three times. */
  readonly deadLetterArn?: string;
  /** Execution environments at most at once. */
  readonly concurrency: number;
};

export type LocalFunction = {
  readonly spec: FunctionSpec;
  /** Waits for a free execution environment. A failure of the function is a value; this never rejects. */
  readonly invoke: (event: unknown) => Promise<InvocationResult>;
  /** Ends the execution environments: the next invocation loads the bundle anew, as after a deploy. */
  readonly recycle: () => Promise<void>;
};

export type FunctionWatch = {
  readonly onLog: (spec: FunctionSpec, text: string) => void;
  readonly onFailure: (spec: FunctionSpec, failure: { name: string; message: string }) => void;
  readonly onInvoked: (spec: FunctionSpec) => void;
};

export function createLocalFunction(
  spec: FunctionSpec,
  startOf: (spec: FunctionSpec) => WorkerStart,
  watch: FunctionWatch,
): LocalFunction {
  let idle: FunctionWorker[] = [];
  const all = new Set<FunctionWorker>();
  const queue: ((worker: FunctionWorker) => void)[] = [];

  const begin = () => {
    const start = startOf(spec);
    const environment = { ...spec.environment, LAMBDA_TASK_ROOT: dirname(start.file) };
    const worker = startFunctionWorker(start, environment, (text) => watch.onLog(spec, text));
    all.add(worker);
    return worker;
  };
  const take = async (): Promise<FunctionWorker> => {
    const free = idle.pop();
    if (free) return free;
    if (all.size < spec.concurrency) return begin();
    return new Promise((resolve) => queue.push(resolve));
  };
  const giveBack = (worker: FunctionWorker) => {
    const usable = worker.dead || !all.has(worker) ? undefined : worker;
    if (!usable) all.delete(worker);
    const next = queue.shift();
    if (next) next(usable ?? begin());
    else if (usable) idle.push(usable);
  };

  return {
    spec,
    async invoke(event) {
      const worker = await take();
      watch.onInvoked(spec);
      const result = await worker.invoke({ id: randomUUID(), event, timeoutMs: spec.timeoutMs });
      if (!result.ok) watch.onFailure(spec, result.failure);
      giveBack(worker);
      return result;
    },
    async recycle() {
      // Those at work finish first: giveBack drops what is no longer among all.
      const resting = idle;
      idle = [];
      all.clear();
      await Promise.all(resting.map((worker) => worker.stop()));
    },
  };
}
