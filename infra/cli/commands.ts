import { Command, Option } from 'commander';
import type { DemoFlags } from './demo.ts';
import { directoryCommand } from './directory-command.ts';
import {
  atLeastOne,
  duration,
  instant,
  numberOfClients,
  numberOfDays,
  portNumber,
  seedNumber,
  wholeYears,
} from './options.ts';
import type { MatchFlags } from './match.ts';
import type { PreviewFlags } from './preview.ts';
import type { SimulateFlags } from './simulate.ts';
import type { StartFlags } from './start.ts';

/** The commands of this release. What a command needs is loaded when it runs, so that `--help` answers at once. */
export const commands = (): Command[] => [
  demoCommand(),
  startCommand(),
  previewCommand(),
  simulateCommand(),
  matchCommand(),
  directoryCommand(),
];

function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Plays closed sessions on a fast clock, on the stack that would be deployed, and prints what happens.',
    )
    .option('--event <file>', 'a closed session, or an array of events (default: four invented clients)')
    .option('--replies <file>', 'what clients, staff and the carrier do: a JSON array')
    .option('--days <n>', 'how long it is played', numberOfDays, 45)
    .option('--json', 'one JSON object a line on stdout')
    .option('--data <dir>', 'keeps everything in this folder; a play that was killed goes on there')
    .addOption(
      new Option('--sending <mode>', 'whether texts are handed to the carrier (default: live)').choices([
        'off',
        'live',
      ]),
    )
    .option('--live-after <duration>', 'with --sending off: goes live after this long, such as P5D', duration)
    .option('--port <n>', 'of the HTTP API (default: any free one)', portNumber)
    .addHelpText(
      'after',
      '\nExamples:\n  handrail demo\n  handrail demo --event my.json --replies replies.json --days 30 --json\n',
    )
    .action(async (flags: DemoFlags) => {
      const { demo } = await import('./demo.ts');
      process.exitCode = await demo(flags);
    });
}

const FIRST_PORT = 4400;

function startCommand(): Command {
  return new Command('start')
    .description(
      'Keeps the stack up on this machine: console, phone simulator, mailbox, clock. Ctrl-C ends it.',
    )
    .option(
      '--port <n>',
      `of the console and the HTTP API (default: the first free from ${FIRST_PORT})`,
      portNumber,
    )
    .option('--data <dir>', 'keeps everything in this folder and goes on from it')
    .addHelpText('after', '\nExample:\n  handrail start --port 4400\n')
    .action(async (flags: StartFlags) => {
      const { start } = await import('./start.ts');
      await start(flags, FIRST_PORT);
    });
}

function previewCommand(): Command {
  return new Command('preview')
    .description(
      'Shows every message that a closed session would lead to, or why there would be none. Sends nothing.',
    )
    .requiredOption('--event <file>', 'a closed session')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', '\nExample:\n  handrail preview --event my.json\n')
    .action(async (flags: PreviewFlags) => {
      const { preview } = await import('./preview.ts');
      process.exitCode = await preview(flags);
    });
}

function simulateCommand(): Command {
  return new Command('simulate')
    .description(
      'Plays many invented clients in virtual time with every fault, and has an independent oracle look for broken promises.',
    )
    .option('--clients <n>', 'how many', numberOfClients, 100)
    .option('--days <n>', 'how long', numberOfDays, 60)
    .option('--seed <n>', 'decides everything: the same seed is the same play', seedNumber, 1)
    .addOption(
      new Option('--seeds <n>', 'plays so many seeds, from --seed on')
        .argParser(atLeastOne)
        .conflicts(['bug', 'listBugs']),
    )
    .option('--jobs <n>', 'how many seeds are played at once (default: one a core)', atLeastOne)
    .addOption(new Option('--faults <which>', 'what goes wrong').choices(['none', 'all']).default('all'))
    .option('--bug <name>', 'plants a bug and plays seeds, from --seed on, until it is found (then exit 1)')
    .option('--list-bugs', 'names the bugs that can be planted')
    .option('--json', 'one JSON object on stdout')
    .addHelpText(
      'after',
      '\nExamples:\n  handrail simulate --clients 200 --seed 7\n  handrail simulate --seeds 50 --clients 1000\n  handrail simulate --bug no-consent-check-at-hand-over\n',
    )
    .action(async (flags: SimulateFlags) => {
      const { simulate } = await import('./simulate.ts');
      process.exitCode = await simulate(flags);
    });
}

function matchCommand(): Command {
  return new Command('match')
    .description(
      'Finds the services of a directory that would help a client most likely, and says why and why not.',
    )
    .requiredOption(
      '--directory <file>',
      'a snapshot that "handrail directory build" made; or a folder, zip or JSON, read anew each time',
    )
    .requiredOption('--need <code...>', 'what the client needs, such as food or shelter')
    .option('--near <zip|lat,lon>', 'where the client is')
    .option('--language <code>', 'what the client speaks, such as es')
    .option('--age <years>', 'how old the client is', wholeYears)
    .option('--audience <code...>', 'groups the client belongs to, such as veterans; not-veterans: does not')
    .option('--access <code...>', 'what the client needs there, such as wheelchair')
    .option('--at <instant>', 'when the client is told (default: now)', instant)
    .option('--limit <n>', 'how many of each kind', atLeastOne, 5)
    .option('--json', 'one JSON object on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  handrail match --directory town.snapshot --need food --near 21201 --language es --age 34\n',
    )
    .action(async (flags: MatchFlags) => {
      const { match } = await import('./match.ts');
      process.exitCode = await match(flags);
    });
}
