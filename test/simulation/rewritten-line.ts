const CLEAR_LINE = '\r\u001b[2K';

/** How far a command is: one line of stderr that is written over again, and on a terminal only. */
export function rewrittenLine(stream: NodeJS.WriteStream = process.stderr) {
  const write = (text: string): void => {
    if (stream.isTTY) stream.write(text);
  };
  return {
    show: (text: string): void => write(`${CLEAR_LINE}… ${text}`),
    clear: (): void => write(CLEAR_LINE),
  };
}
