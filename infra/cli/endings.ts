import { LocalStackError } from '#infra/local/local-stack-error.ts';
import { DirectoryUnreadable } from '#shared/adapters/directory/directory-unreadable.ts';
import { ReadableError } from '#infra/readable-error.ts';

/** What was asked cannot be done as asked: a file that is not there, options that contradict. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file was read and its content cannot be used. */
export class BadContent extends Error {
  override readonly name = 'BadContent';
}

/** Says what went wrong, without a stack trace where the reader can put it right. @returns the exit code */
export function tellError(error: unknown): number {
  const readable =
    error instanceof UsageError ||
    error instanceof BadContent ||
    error instanceof DirectoryUnreadable ||
    error instanceof ReadableError ||
    error instanceof LocalStackError;
  process.stderr.write(`${readable ? error.message : describe(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
