import { programmeOf } from '#shared/adapters/programme-file.ts';
import type { Settings } from '#shared/contracts/settings.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import { LocalStackError } from '../local-stack-error.ts';
import type { LocalStack } from '../local-stack.ts';
import { startLocalStack } from '../start-local-stack.ts';
import { openTimeline, type Timeline } from '../timeline/open-timeline.ts';
import { carrierFaults, noteRefusal, planFaults } from './carrier-faults.ts';
import { clientPlayer } from './client-player.ts';
import { eventPlayer, type PostedEvent } from './event-player.ts';
import { neverDue } from './never-due.ts';
import { watchForTheForbidden } from './never-seen.ts';
import { phonesIn } from './phones-in.ts';
import { playAlong } from './play-along.ts';
import { playFiles } from './play-files.ts';
import { openPlayRecord, type PlayRecord } from './play-record.ts';
import type { Reply } from './replies.ts';
import { settingsPlayer } from './settings-player.ts';
import { staffPlayer } from './staff-player.ts';

export type PlayOptions = {
  /** `Handrail.template.json` as synthesised with `settings`. */
  readonly templateFile: string;
  readonly settings: Settings;
  readonly events: readonly unknown[];
  readonly replies: readonly Reply[];
  /** Epoch ms: when the clock starts, and where the play ends. */
  readonly from: number;
  readonly until: number;
  readonly dataDir?: string;
  readonly port?: number;
  /** Other settings from a moment on (epoch ms), as after a deploy. */
  readonly later?: { readonly at: number; readonly settings: Settings };
  readonly onLine: (line: TimelineLine) => void;
  readonly onPosted: (posted: PostedEvent) => void;
  readonly onProblem: (problem: string) => void;
  readonly onProgress: (step: string) => void;
};

export type PlayResult = {
  /** All lines, those of an earlier run in the same folder too. */
  readonly lines: readonly TimelineLine[];
  readonly neverDue: readonly string[];
  /** What must never be seen, and was. */
  readonly violations: readonly string[];
};

/** Plays events and answers on the local stack's fast clock, from beginning to end. */
export async function runPlay(options: PlayOptions): Promise<PlayResult> {
  const { settings, replies, from, until, dataDir } = options;
  const files = playFiles(dataDir, options);
  const ladder = settings.staff.ladder.map(({ staffId }) => staffId);
  const timeline = openTimeline({
    agencyZone: settings.timeZone,
    ladder,
    onLine: options.onLine,
    ...(files.timeline !== undefined && { file: files.timeline }),
  });
  const record = openPlayRecord(files.record);
  const watcher = watchForTheForbidden();
  const programme = await programmeOf(settings, () => Promise.resolve(''))();
  const stack = await onPort(options.port, files.port, (port) =>
    startLocalStack({
      templateFile: options.templateFile,
      clock: { mode: 'fast', startAt: from },
      ...(dataDir !== undefined && { dataDir }),
      ...(port !== undefined && { port }),
      onProgress: options.onProgress,
      onEvent: (happening) => {
        timeline.take(happening);
        watcher.take(happening);
        noteRefusal(record, happening);
      },
    }),
  );
  try {
    files.keepPort(Number(new URL(stack.http).port));
    const before = timeline.lines().length;
    if (before > 0)
      options.onProgress(`going on at ${new Date(stack.now()).toISOString()}, after ${before} lines`);
    await timeline.attach(stack);
    planFaults(stack, record, carrierFaults(replies), (client) => phonesIn(options.events, client));
    const afterEach = async () => {
      await timeline.flush();
      await watcher.look(timeline.people(), programme);
    };
    await play(stack, timeline, { ...options, record, ladder, afterEach });
    const parts = { stack, people: timeline.people(), record };
    return {
      lines: timeline.lines(),
      neverDue: until <= stack.now() ? await neverDue(parts, replies) : [],
      violations: watcher.violations(),
    };
  } finally {
    await stack.stop();
    record.close();
  }
}

/** The port that was asked for, else the one of an earlier run, else any. */
async function onPort(
  asked: number | undefined,
  kept: number | undefined,
  run: (port: number | undefined) => Promise<LocalStack>,
): Promise<LocalStack> {
  try {
    return await run(asked ?? kept);
  } catch (error) {
    const isBusy = error instanceof LocalStackError && error.problem === 'port-in-use';
    if (!isBusy || asked !== undefined || kept === undefined) throw error;
    return run(undefined);
  }
}

async function play(
  stack: LocalStack,
  timeline: Timeline,
  {
    events,
    replies,
    until,
    later,
    record,
    ladder,
    afterEach,
    onPosted,
    onProblem,
  }: PlayOptions & { record: PlayRecord; ladder: readonly string[]; afterEach: () => Promise<void> },
): Promise<void> {
  const begin = playAlong(
    stack,
    [
      ...(later ? [settingsPlayer(stack, later, record)] : []),
      eventPlayer(stack, events, record, onPosted),
      clientPlayer({ stack, people: timeline.people(), record, onProblem }, replies),
      staffPlayer({ stack, ladder, record, onProblem }, replies),
    ],
    afterEach,
  );
  await begin();
  const statuses = [...record.posted.values()];
  if (statuses.length === events.length && statuses.every((status) => status >= 400)) return;
  await stack.advanceTo(until);
  await stack.settle();
  await afterEach();
}
