import type { Simulated } from './simulate.ts';
import { violationLine } from './story.ts';

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
  if (json) say(JSON.stringify(simulated.report));
  else sayAll(simulated.report);
  printStory(simulated, { json });
}

/** The story of the first broken promise, if one was; beside the figures where a machine reads those. */
export function printStory({ report, first, all }: Simulated, { json }: { json: boolean }): void {
  if (!first) return;
  const tell = json ? sayAside : say;
  const { violation, alone, day, story } = first;
  tell('');
  tell(
    `The first of ${all.length} broken promises, seed ${report.seed}, day ${day}${alone ? ', and with this client alone' : ''}:`,
  );
  tell(`  ${violationLine(violation)}`);
  for (const line of story.slice(-60)) tell(`    ${line}`);
}

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
  say('faults injected:');
  for (const [fault, count] of Object.entries(faultsInjected).sort(([, one], [, other]) => other - one))
    say(`  ${String(count).padStart(7)}  ${fault}`);
  say(`trace ${traceHash}`);
}
