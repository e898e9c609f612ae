import type { Agenda } from './agenda.ts';
import { connectServices, openDoors } from './boot/connect.ts';
import { openGround } from './boot/open-ground.ts';
import { openServices } from './boot/open-services.ts';
import { createUndo, type Undo } from './boot/undo.ts';
import { driveClock } from './clock/drive-clock.ts';
import { createScript } from './clock/script.ts';
import { controls } from './controls.ts';
import { gatherRules } from './events/event-buses.ts';
import type { Happening, Tell } from './happening.ts';
import type { LocalStack, LocalStackOptions } from './local-stack.ts';
import { localMoments } from './moments.ts';
import { treatmentOf } from './template/resource-types.ts';
import type { Resources } from './template/resources.ts';

/**
 * Runs a synthesised template on this machine.
 * Throws LocalStackError with one readable line: a missing file, a busy port, a resource or policy not known here.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const undo = createUndo();
  try {
    return await start(options, undo);
  } catch (error) {
    await undo.all();
    throw error;
  }
}

const WATCH_RUNS_EVERY_MS = 5 * 60_000;

async function start(options: LocalStackOptions, undo: Undo): Promise<LocalStack> {
  const progress = options.onProgress ?? (() => undefined);
  const heard: ((happening: Happening) => void)[] = [(happening) => options.onEvent?.(happening)];
  // The patched Date: `tell` is used only once the clock has started.
  const tell: Tell = (happening) => heard.forEach((listener) => listener({ ...happening, at: Date.now() }));
  // Opened last, for it carries out what the services do; they use it once the doors are open.
  const later: { agenda?: Agenda } = {};
  const agenda = () => {
    if (!later.agenda) throw new Error('the agenda is not open yet');
    return later.agenda;
  };

  progress('reading the template and its policies');
  const ground = await openGround(options, undo, tell);
  progress(whatIsDone(ground.resources));
  progress('opening tables, queues, topics, secrets and functions');
  const services = await openServices(ground, options, agenda, undo);
  progress('connecting routes, schedules and event sources');
  const rules = gatherRules(ground.resources);
  const connections = connectServices(ground, services, rules, agenda);
  later.agenda = connections.agenda;
  undo.later(() => connections.agenda.close());
  openDoors(ground, services, connections.buses, options);

  const script = createScript();
  const listeners: ((now: number) => Promise<void> | void)[] = [];
  const find = services.functions.find;
  const moments = localMoments({ ...ground, ...services, ...connections, rules, script, find });
  heard.push((happening) => {
    // A text that our webhook never hears of is found by the watch when it runs next.
    if (happening.kind === 'text-inbound' && !happening.posted)
      moments.tickAt(happening.at + WATCH_RUNS_EVERY_MS);
  });
  const drive = driveClock({
    ...ground,
    ...moments,
    ...afterEach(moments, listeners),
    stir: services.pumps.kickAll,
  });
  undo.later(() => drive.stop());
  services.phones.deliverAll();
  services.pumps.kickAll();
  progress(`ready at ${ground.api.url}`);
  return controls({ ...ground, ...services, ...connections, drive, script, listeners, stop: undo.all });
}

/** Every resource of the template is accounted for: run, checked or known to need nothing here. */
function whatIsDone({ all }: Resources): string {
  const count = (treatment: string) => all.filter(({ type }) => treatmentOf(type) === treatment).length;
  return `${count('run')} resources run here, calls are held against ${count('checked')}, ${count('inert')} need nothing`;
}

const afterEach = (
  moments: ReturnType<typeof localMoments>,
  listeners: readonly ((now: number) => Promise<void> | void)[],
) => ({
  afterMoment: async (now: number) => {
    await moments.afterMoment(now);
    for (const listener of listeners) await listener(now);
  },
});
