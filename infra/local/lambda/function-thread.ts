/** A function's execution environment: one worker thread, one invocation at a time, as on Lambda. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { patchDate } from '../clock/patch-date.ts';
import { captureOutput } from './capture-output.ts';
import type { FunctionFailure, Invocation, WorkerReply, WorkerStart } from './messages.ts';

// Handed over by function-worker.ts, which builds it as a WorkerStart.
const start = workerData as WorkerStart;
let current: string | undefined;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
const send = (reply: WorkerReply) => parentPort?.postMessage(reply);
patchDate(start.clock);
captureOutput(
  (text) => send({ kind: 'log', text }),
  () => current,
);

type Handler = (event: unknown, context: unknown) => unknown;
let loading: Promise<Handler> | undefined;

async function load(): Promise<Handler> {
  const loaded: unknown = await import(pathToFileURL(start.file).href);
  const handler: unknown = Reflect.get(Object(loaded), start.handler);
  if (typeof handler !== 'function') throw new Error(`${start.handler} is not exported by ${start.file}`);
  return (event, context) => handler(event, context);
}

function contextOf({ id, timeoutMs }: Invocation) {
  const endsAt = performance.now() + timeoutMs;
  return {
    awsRequestId: id,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMb),
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
}

const failureOf = (error: unknown): FunctionFailure =>
  error instanceof Error
    ? { name: error.name, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) }
    : { name: 'Error', message: String(error) };

async function invoke(invocation: Invocation): Promise<void> {
  current = invocation.id;
  try {
    loading ??= load();
    const handler = await loading;
    const value: unknown = await handler(invocation.event, contextOf(invocation));
    send({ kind: 'done', id: invocation.id, ...(value !== undefined && { value: JSON.stringify(value) }) });
  } catch (error) {
    send({ kind: 'failed', id: invocation.id, error: failureOf(error) });
  }
}

// Only function-worker.ts posts here, and only Invocations.
parentPort?.on('message', (invocation: Invocation) => void invoke(invocation));
