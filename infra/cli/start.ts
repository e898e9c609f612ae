import { startConsole, type Console } from '#infra/local/console/start-console.ts';
import { LocalStackError } from '#infra/local/local-stack-error.ts';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { previewEvent } from '#infra/local/play/preview-event.ts';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { openTimeline } from '#infra/local/timeline/open-timeline.ts';
import { loadSettings } from '#infra/settings.ts';
import { showProgress, type Progress } from './progress.ts';
import { synthesiseHere } from './synthesise-here.ts';

export type StartFlags = { readonly port?: number; readonly data?: string };

const PORTS_TRIED = 20;

/** Runs until it is interrupted. */
export async function start({ port, data }: StartFlags, firstPort: number): Promise<void> {
  const progress = showProgress();
  progress.step('synthesising the stack');
  const settings = loadSettings('local');
  const templateFile = await synthesiseHere({ dataDir: data });
  const timeline = openTimeline({
    agencyZone: settings.timeZone,
    ladder: settings.staff.ladder.map(({ staffId }) => staffId),
    ...(data !== undefined && { file: `${data}/timeline.ndjson` }),
  });
  let console: Console | undefined;
  const stack = await onFreePort(port, firstPort, (chosen) =>
    startLocalStack({
      templateFile,
      clock: { mode: 'real' },
      port: chosen,
      ...(data !== undefined && { dataDir: data }),
      onEvent: timeline.take,
      onProgress: progress.step,
      otherPages: (request, response) => console?.handle(request, response) ?? false,
    }),
  );
  await timeline.attach(stack);
  console = startConsole({ stack, settings, timeline, preview: previewEvent });
  tellAddresses(stack, progress);
  await interrupted();
  progress.note('stopping');
  await console.stop();
  await stack.stop();
}

/** The port that was asked for, or the first free one of a few. */
async function onFreePort(
  asked: number | undefined,
  firstPort: number,
  run: (port: number) => Promise<LocalStack>,
): Promise<LocalStack> {
  for (let port = asked ?? firstPort; ; port += 1) {
    try {
      return await run(port);
    } catch (error) {
      const isBusy = error instanceof LocalStackError && error.problem === 'port-in-use';
      if (!isBusy || asked !== undefined || port >= firstPort + PORTS_TRIED) throw error;
    }
  }
}

function tellAddresses({ http }: LocalStack, progress: Progress): void {
  progress.clear();
  process.stdout.write(
    [
      `Handrail is up: ${http}`,
      '',
      `  console           ${http}/`,
      `  closed sessions   POST ${http}/events (signed; the console signs for you)`,
      `  carrier webhooks  ${http}/twilio/text, ${http}/twilio/status`,
      '',
      'Everything on it is invented. Ctrl-C ends it.',
      '',
    ].join('\n'),
  );
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    // Also keeps the process alive: sockets of the stack alone may not.
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
  });
}
