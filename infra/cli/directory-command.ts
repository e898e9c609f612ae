import { Command } from 'commander';
import type { DirectoryBuildFlags } from './directory-build.ts';
import type { DirectoryCheckFlags } from './directory-check.ts';
import type { DirectoryStaleFlags } from './directory-stale.ts';
import { duration } from './options.ts';

const PATH = 'an HSDS or Ohana folder, a zip, a JSON file, an API’s address, or a CSV file with --mapping';
const MAPPING = 'what the columns of a CSV file are (docs/directories.md)';
const NEEDS = 'the agency’s own table of needs, laid over ours (docs/directories.md)';

/** Errors and help of a command below another are told as those of the others are. */
const below = (name: string): Command =>
  new Command(name).exitOverride().showHelpAfterError('See --help.').argument('<path>', PATH);

export function directoryCommand(): Command {
  return new Command('directory')
    .description(
      'Reads a directory of services: says what is wrong with it, and builds what matching searches in.',
    )
    .addCommand(checkCommand())
    .addCommand(buildCommand())
    .addCommand(staleCommand());
}

function checkCommand(): Command {
  return below('check')
    .description(
      'Says what a directory holds, and a line for everything that was mended, doubted or left out.',
    )
    .option('--mapping <file>', MAPPING)
    .option('--needs <file>', NEEDS)
    .option('--json', 'one JSON object on stdout')
    .addHelpText(
      'after',
      '\nExit code 1: rows had to be left out, or nothing could be read.\n\nExamples:\n  handrail directory check ./hsds\n  handrail directory check https://directory.example.org/api --json\n  handrail directory check list.csv --mapping mapping.json\n',
    )
    .action(async (path: string, flags: DirectoryCheckFlags) => {
      const { directoryCheck } = await import('./directory-check.ts');
      process.exitCode = await directoryCheck(path, flags);
    });
}

function buildCommand(): Command {
  return below('build')
    .description('Builds the snapshot that matching searches in. Rows with errors are left out and reported.')
    .requiredOption('-o, --output <file>', 'where the snapshot is written')
    .option('--mapping <file>', MAPPING)
    .option('--needs <file>', NEEDS)
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', '\nExample:\n  handrail directory build ./hsds -o riverbend.directory\n')
    .action(async (path: string, flags: DirectoryBuildFlags) => {
      const { directoryBuild } = await import('./directory-build.ts');
      process.exitCode = await directoryBuild(path, flags);
    });
}

function staleCommand(): Command {
  return below('stale')
    .description('Lists what nobody has made sure of for long, the longest first.')
    .option('--older-than <duration>', 'since it was made sure of (default: P365D)', duration)
    .option('--mapping <file>', MAPPING)
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', '\nExample:\n  handrail directory stale ./hsds --older-than P180D\n')
    .action(async (path: string, flags: DirectoryStaleFlags) => {
      const { directoryStale } = await import('./directory-stale.ts');
      process.exitCode = await directoryStale(path, flags);
    });
}
