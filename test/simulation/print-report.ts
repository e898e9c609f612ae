import { wrapped } from '#infra/cli/wrapped.ts';
import type { Simulated } from './simulate.ts';
import { storyLine, violationLine, type StoryLine } from './story.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sayAside = (line: string): void => void process.stderr.write(`${line}\n`);

const PROMISE_IN_WORDS = {
  afterStop: 'contact after a stop',
  atNight: 'contact at night',
  twice: 'the same message twice, or too many',
  silentlyLost: 'a check-in that ended nowhere',
  nobodyKnew: 'silence or a case that nobody knew of',
  unread: 'words that nobody read',
  leaked: 'something personal where it may not be',
  replayDiffers: 'a repeat that changed something',
  recordBroken: 'a record with a gap or an edit',
} as const;

/** What came of a simulation: figures on stdout, the story of the first broken promise after them. */
export function printReport(simulated: Simulated, { json }: { json: boolean }): void {
  if (json) say(JSON.stringify(reportWithStory(simulated)));
  else sayAll(simulated.report);
  printStory(simulated, { json });
}

/** The figures, and the first broken promise with its story where there is one. */
export function reportWithStory({ report, first }: Simulated) {
  if (!first) return report;
  const { violation, day, alone, story } = first;
  const { promise, at, person, because } = violation;
  return {
    ...report,
    first: {
      promise,
      at: new Date(at).toISOString(),
      ...(person !== undefined && { person }),
      because,
      day,
      alone,
      story: story.map(storyLine),
    },
  };
}

/** Earlier ones are only counted. */
const MOST_LINES = 60;

/** The story of the broken promise that is told first, if one was; beside the figures where a machine reads those. */
export function printStory({ report, first, all }: Simulated, { json }: { json: boolean }): void {
  if (!first) return;
  const tell = json ? sayAside : say;
  const { violation, alone, day, story } = first;
  const same = all.filter(({ promise }) => promise === violation.promise).length;
  const ofAll = same < all.length ? ` of ${all.length} in all` : '';
  const where = `seed ${report.seed}, day ${day}${alone ? ', and with this client alone' : ''}`;
  tell('');
  tell(`${violation.promise} was broken ${timesOf(same)}${ofAll}; the first time, ${where}:`);
  tell(`  ${violationLine(violation)}`);
  if (story.length === 0) tell('  It has no story: it names no single client.');
  if (story.length > MOST_LINES) tell(`      … ${story.length - MOST_LINES} earlier lines`);
  for (const line of story.slice(-MOST_LINES))
    for (const part of inColumns(line, line.at === violation.at)) tell(part);
}

const timesOf = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** A line of the story, its long part under itself. What happened at the moment of the break has a `>` before it. */
function inColumns({ at, kind, told }: StoryLine, isBreak: boolean): string[] {
  const head = `  ${isBreak ? '>' : ' '} ${storyLine({ at, kind, told: '' })}`;
  const [begin = '', ...rest] = wrapped(told, WIDTH - head.length);
  return [`${head}${begin}`, ...rest.map((part) => `${' '.repeat(head.length)}${part}`)];
}

const WIDTH = 120;

function sayAll({
  seed,
  clients,
  days,
  touches,
  texts,
  faultsInjected,
  violations,
  checked,
  tolerated,
  traceHash,
}: Simulated['report']): void {
  const injected = Object.values(faultsInjected).reduce((sum, count) => sum + count, 0);
  say(
    `seed ${seed}: ${clients} clients, ${days} days, ${touches} hand-overs asked for, ${texts} texts taken, ${injected} faults`,
  );
  for (const [promise, words] of Object.entries(PROMISE_IN_WORDS)) {
    const broken = violations[promise as keyof typeof violations];
    say(
      `  ${String(broken).padStart(5)}  ${words}${checked[promise] === undefined ? '' : ` (held against ${checked[promise]})`}`,
    );
  }
  for (const [what, count] of Object.entries(tolerated))
    if (count > 0) say(`  ${String(count).padStart(5)}  allowed: ${what}`);
  if (injected > 0) say('faults injected:');
  for (const [fault, count] of Object.entries(faultsInjected).sort(([, one], [, other]) => other - one))
    say(`  ${String(count).padStart(7)}  ${fault}`);
  say(`trace ${traceHash}`);
}
