import { Command, CommanderError } from 'commander';
import { commands } from './commands.ts';
import { tellError } from './endings.ts';
import { LATER_COMMANDS } from './later-commands.ts';
import { leaveOnClosedPipe } from './leave-on-closed-pipe.ts';

/** The command `handrail`. Sets the exit code: 0 done, 1 the answer is no, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<void> {
  leaveOnClosedPipe();
  const program = new Command('handrail')
    .description('Follow-up after a crisis session, on this machine: rehearse it, watch it, preview it.')
    .exitOverride()
    .showHelpAfterError('See --help.')
    .addHelpText('after', '\nExample:\n  handrail demo\n');
  for (const command of commands()) {
    program.addCommand(command.exitOverride().showHelpAfterError('See --help.'));
  }
  const [, , asked = ''] = argv;
  if (LATER_COMMANDS.has(asked)) {
    process.stderr.write(`handrail ${asked} is not in this release. See handrail --help for what is.\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : tellError(error);
  }
}
