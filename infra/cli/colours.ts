export type Colour = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan';

const CODES: Readonly<Record<Colour, number>> = {
  plain: 0,
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  magenta: 35,
  cyan: 36,
};

/** Colours on a terminal that has not asked for none (https://no-color.org); plain text elsewhere. */
export function colours(stream: NodeJS.WriteStream): (colour: Colour, text: string) => string {
  const coloured = stream.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return (colour, text) =>
    coloured && colour !== 'plain' ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}
