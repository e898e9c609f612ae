import { momentOf } from '#infra/local/play/event-player.ts';
import { readReplies, type Reply } from '#infra/local/play/replies.ts';
import { runPlay, type PlayOptions } from '#infra/local/play/run-play.ts';
import { fourClients } from '#infra/samples/four-clients.ts';
import { loadSettings } from '#infra/settings.ts';
import { BadContent, UsageError } from './endings.ts';
import { linePrinter } from './line-printer.ts';
import { showProgress, type Progress } from './progress.ts';
import { readJsonFile } from './read-json-file.ts';
import { summaryOf } from './summary.ts';
import { synthesiseHere } from './synthesise-here.ts';

export type DemoFlags = {
  readonly event?: string;
  readonly replies?: string;
  readonly days: number;
  readonly json?: boolean;
  readonly data?: string;
  readonly sending?: 'off' | 'live';
  /** In ms. */
  readonly liveAfter?: number;
  readonly port?: number;
};

const DAY = 86_400_000;

/** @returns the exit code: 1 when an event was refused or something was seen that must never be */
export async function demo(flags: DemoFlags): Promise<number> {
  if (flags.liveAfter !== undefined && flags.sending !== 'off')
    throw new UsageError('--live-after is for --sending off: otherwise sending is live from the start');
  const progress = showProgress();
  const { events, replies } = whatToPlay(flags);
  const from = startOf(events);
  progress.step('synthesising the stack');
  const settingsOverride = flags.sending === 'off' ? { sending: { mode: 'off' as const } } : {};
  const templateFile = await synthesiseHere({ settingsOverride, dataDir: flags.data });
  const settings = loadSettings('local', settingsOverride);
  const printer = linePrinter({ json: flags.json === true, settings });
  let refused = 0;

  const result = await runPlay({
    templateFile,
    settings,
    events,
    replies,
    from,
    until: from + flags.days * DAY,
    ...optional(flags, from),
    onLine: (line) => {
      progress.clear();
      printer.print(line);
    },
    onPosted: ({ index, status, problems, parkedAs }) => {
      if (status < 300) return;
      refused += 1;
      progress.note(`event ${index} was refused (${status})${problems.length > 0 ? ':' : ''}`);
      for (const { path, problem } of problems) progress.note(`  ${path || '(the event)'}: ${problem}`);
      if (parkedAs !== undefined) progress.note(`  parked as ${parkedAs}, where operators see it`);
    },
    onProblem: progress.note,
    onProgress: progress.step,
  });
  progress.clear();
  if (flags.json !== true && result.lines.length > 0) printer.end(summaryOf(result.lines, flags.days));
  return tellResult(result, refused, progress);
}

function optional(flags: DemoFlags, from: number): Pick<PlayOptions, 'dataDir' | 'port' | 'later'> {
  const { data, port, liveAfter } = flags;
  return {
    ...(data !== undefined && { dataDir: data }),
    ...(port !== undefined && { port }),
    ...(liveAfter !== undefined && { later: { at: from + liveAfter, settings: loadSettings('local') } }),
  };
}

function tellResult(
  { neverDue, violations }: Awaited<ReturnType<typeof runPlay>>,
  refused: number,
  progress: Progress,
): number {
  if (refused === 0) for (const reason of neverDue) progress.note(`replies: ${reason}`);
  if (violations.length > 0) progress.note('Seen, and must never be:');
  for (const violation of violations) progress.note(`  ${violation}`);
  return refused > 0 || violations.length > 0 ? 1 : 0;
}

/** Without files the built-in sample; an event of one's own is answered by nobody unless a file says so. */
function whatToPlay({ event, replies }: DemoFlags): {
  events: readonly unknown[];
  replies: readonly Reply[];
} {
  const read = event === undefined ? fourClients.events : readJsonFile(event);
  const events: readonly unknown[] = Array.isArray(read) ? read : [read];
  if (events.length === 0) throw new BadContent(`${event} holds no event`);
  const given =
    replies === undefined ? (event === undefined ? fourClients.replies : []) : readJsonFile(replies);
  const reading = readReplies(given);
  if (reading.kind === 'replies') return { events, replies: reading.replies };
  const problems = reading.problems.map(({ path, problem }) => `  ${path || '(the file)'}: ${problem}`);
  throw new BadContent([`${replies} cannot be used:`, ...problems].join('\n'));
}

/** The earliest closing; where none can be read, now. */
function startOf(events: readonly unknown[]): number {
  const closings = events.filter((event) => 'closedAt' in Object(event));
  const moments = (closings.length > 0 ? closings : events).flatMap((event) => momentOf(event) ?? []);
  return moments.length === 0 ? Date.now() : Math.min(...moments);
}
