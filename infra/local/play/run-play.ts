import { programmeOf } from '#shared/adapters/programme-file.ts';
import type { Settings } from '#shared/contracts/settings.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
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
import { openPlayRecord } from './play-record.ts';
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
  const stack = await startLocalStack({
    templateFile: options.templateFile,
    clock: { mode: 'fast', startAt: from },
    ...(dataDir !== undefined && { dataDir }),
    ...portOf(options.port ?? files.port),
    onProgress: options.onProgress,
    onEvent: (happening) => {
      timeline.take(happening);
      watcher.take(happening);
      noteRefusal(record, happening);
    },
  });
  try {
    files.keepPort(Number(new URL(stack.http).port));
    const before = timeline.lines().length;
    if (before > 0)
      options.onProgress(`going on at ${new Date(stack.now()).toISOString()}, after ${before} lines`);
    await timeline.attach(stack);
    planFaults(stack, record, carrierFaults(replies), (client) => phonesIn(options.events, client));
    await play(stack, timeline, { ...options, record, ladder });
    const parts = { stack, people: timeline.people(), record };
    const programme = await programmeOf(settings, () => Promise.resolve(''))();
    return {
      lines: timeline.lines(),
      neverDue: until <= stack.now() ? await neverDue(parts, replies) : [],
      violations: await watcher.violations(timeline.people(), programme),
    };
  } finally {
    await stack.stop();
    record.close();
  }
}

const portOf = (port: number | undefined) => (port === undefined ? {} : { port });

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
    onPosted,
    onProblem,
  }: PlayOptions & { record: ReturnType<typeof openPlayRecord>; ladder: readonly string[] },
): Promise<void> {
  const begin = playAlong(
    stack,
    [
      ...(later ? [settingsPlayer(stack, later, record)] : []),
      eventPlayer(stack, events, record, onPosted),
      clientPlayer({ stack, people: timeline.people(), record, onProblem }, replies),
      staffPlayer({ stack, ladder, record, onProblem }, replies),
    ],
    timeline.flush,
  );
  await begin();
  const statuses = [...record.posted.values()];
  if (statuses.length === events.length && statuses.every((status) => status >= 400)) return;
  await stack.advanceTo(until);
  await stack.settle();
  await timeline.flush();
}
