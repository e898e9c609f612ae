import { parseArgs, type ParseArgsConfig } from 'node:util';

type Config = Pick<ParseArgsConfig, 'options' | 'allowPositionals'>;
type Read<C extends Config> = ReturnType<typeof parseArgs<C & { strict: true }>>;

/**
 * What a command of the project was asked to do. `--help` prints the usage and ends with 0; anything that the command
 * does not know ends it with 2.
 * @param usage its first line is the synopsis
 */
export function readOptions<const C extends Config>(usage: string, config: C): Read<C> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage.trim()}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ ...config, strict: true });
  } catch (error) {
    // Beside the option, Node tells how to pass it as a positional, which no command here wants.
    const [what = ''] = error instanceof Error ? error.message.split('. ') : [];
    return wrongUsage(what, usage);
  }
}

/** Says what cannot be done as asked, and how it can. Ends with 2. */
export function wrongUsage(what: string, usage: string): never {
  process.stderr.write(`${what}\n\n${usage.trim()}\n`);
  process.exit(2);
}

/** A whole number from 1 on, written in digits; anything else ends with 2. */
export function countFrom(option: string, text: string, usage: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  return wrongUsage(`Option '${option}' takes a whole number from 1 on, not '${text}'`, usage);
}
