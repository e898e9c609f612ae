import type { SharedClock } from '../clock/patch-date.ts';

/** What the runner and a function's worker thread say to each other. */
export type WorkerStart = {
  /** The bundle, `index.mjs`. */
  readonly file: string;
  readonly handler: string;
  readonly clock: SharedClock;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
};

export type Invocation = {
  readonly id: string;
  readonly event: unknown;
  readonly timeoutMs: number;
};

export type WorkerReply =
  | { readonly kind: 'log'; readonly text: string }
  /** `value` is JSON, as on Lambda; undefined when the handler returned nothing. */
  | { readonly kind: 'done'; readonly id: string; readonly value?: string }
  | { readonly kind: 'failed'; readonly id: string; readonly error: FunctionFailure };

export type FunctionFailure = { readonly name: string; readonly message: string; readonly stack?: string };
