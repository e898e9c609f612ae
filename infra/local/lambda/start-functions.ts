import { join } from 'node:path';
import type { MetricWatch } from '../alarms/watch-metrics.ts';
import type { SharedClock } from '../clock/patch-date.ts';
import { readJson } from '../data/json-file.ts';
import type { Tell } from '../happening.ts';
import { LocalStackError } from '../local-stack-error.ts';
import type { Resources } from '../template/resources.ts';
import { keepCodeFolders } from './code-folders.ts';
import { gatherFunctions } from './gather-functions.ts';
import { indexFunctions, type FindFunction } from './index-functions.ts';
import { createLocalFunction, type FunctionSpec, type LocalFunction } from './local-function.ts';
import type { WorkerStart } from './messages.ts';

export type LocalFunctions = {
  readonly all: readonly LocalFunction[];
  readonly find: FindFunction;
  /** The function that an access key of its environment names. */
  readonly byAccessKey: (accessKey: string) => LocalFunction | undefined;
  readonly programme: () => unknown;
  readonly setProgramme: (programme: unknown) => Promise<void>;
  /** Throws LocalStackError `not-found`. */
  readonly restart: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type FunctionParts = {
  readonly resources: Resources;
  readonly assetFolders: ReadonlyMap<string, string>;
  readonly awsUrl: string;
  readonly twilioUrl: string;
  readonly concurrency: number;
  readonly clock: SharedClock;
  readonly metrics: MetricWatch;
  readonly tell: Tell;
  readonly programmeFile: string | undefined;
};

export function startFunctions(parts: FunctionParts): LocalFunctions {
  const { resources, assetFolders, awsUrl, twilioUrl, concurrency, clock, programmeFile } = parts;
  const folders = keepCodeFolders(programmeFile);
  const startOf = (spec: FunctionSpec): WorkerStart => ({
    file: join(folders.of(spec.name, spec.assetFolder), 'index.mjs'),
    handler: spec.handler,
    clock,
    functionName: spec.name,
    functionArn: spec.arn,
    memoryMb: spec.memoryMb,
  });
  const specs = gatherFunctions(resources, {
    assetFolders,
    awsUrl,
    concurrency,
    standIns: { TWILIO_BASE_URL: twilioUrl },
  });
  const watch = watchFunctions(parts);
  const all = specs.map((spec) => createLocalFunction(spec, startOf, watch));
  const find = indexFunctions(all);
  const byAccessKey = new Map(all.map((one) => [one.spec.environment['AWS_ACCESS_KEY_ID'] ?? '', one]));
  const recycle = async () => {
    await Promise.all(all.map((one) => one.recycle()));
  };
  return {
    all,
    find,
    byAccessKey: (accessKey) => byAccessKey.get(accessKey),
    programme: () => {
      const [first] = specs;
      return first && readJson(join(folders.of(first.name, first.assetFolder), 'programme.json'));
    },
    async setProgramme(programme) {
      folders.setProgramme(programme);
      await recycle();
    },
    async restart(name) {
      const one = find(name);
      if (!one) throw new LocalStackError('not-found', name, `there is no function ${name}`);
      await one.recycle();
    },
    async stop() {
      await recycle();
      folders.remove();
    },
  };
}

function watchFunctions({ metrics, tell }: FunctionParts) {
  return {
    onLog: (spec: FunctionSpec, text: string) => {
      for (const line of text.split('\n').filter((part) => part !== '')) {
        metrics.logLine(line);
        tell({ kind: 'function-log', function: spec.nameInCode, line });
      }
    },
    onInvoked: (spec: FunctionSpec) => metrics.invoked(spec.name),
    onFailure: (spec: FunctionSpec, failure: { name: string; message: string }) => {
      metrics.failed(spec.name);
      tell({
        kind: 'function-failed',
        function: spec.nameInCode,
        error: failure.name,
        message: failure.message,
      });
    },
  };
}
