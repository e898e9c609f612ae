/** Where a command stands, on stderr: one line that is rewritten on a terminal, plain lines elsewhere. */
export type Progress = {
  readonly step: (text: string) => void;
  /** A line of its own that stays. */
  readonly note: (text: string) => void;
  /** Takes the rewritten line away. */
  readonly clear: () => void;
};

const CLEAR_LINE = '\r\u001b[2K';

export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const rewrites = stream.isTTY;
  const clear = () => {
    if (rewrites) stream.write(CLEAR_LINE);
  };
  return {
    step: (text) => stream.write(rewrites ? `${CLEAR_LINE}… ${text}` : `… ${text}\n`),
    note(text) {
      clear();
      stream.write(`${text}\n`);
    },
    clear,
  };
}
