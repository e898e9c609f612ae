/** Something the person at the keyboard can put right. The command prints the message alone, without a stack trace. */
export class ReadableError extends Error {
  override readonly name = 'ReadableError';
}
