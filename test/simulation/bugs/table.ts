import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Report } from '../simulate.ts';
import type { BugReport } from './hunt.ts';

const PAGE = fileURLToPath(new URL('../../../docs/simulation.md', import.meta.url));
const FROM = '<!-- planted bugs: from here to the end mark written by `npm run bugs -- --write` -->';
const TO = '<!-- planted bugs: end -->';

export type Row = Pick<Report, 'seed' | 'clients' | 'violations'> & { readonly bug: BugReport };

/** A line for each bug, in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ bug, seed, clients, violations }) => {
    const others = Object.entries(violations).filter(([name, count]) => count > 0 && name !== bug.promise);
    const cells = bug.found
      ? [bug.promise, others.map(([name]) => name).join(', '), seed, clients, bug.seconds]
      : [`${bug.promise}: not found`, '', '', clients, bug.seconds];
    return `| \`${bug.name}\` | ${cells.join(' | ')} |`;
  });
  return [
    '| Bug | Promise broken | Broken besides | Seed | Clients | Seconds |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

/** The bugs that the page says were found, with the promise that each broke. */
export function foundOnPage(): { name: string; promise: string }[] {
  const rows = parts(readFileSync(PAGE, 'utf8')).table.matchAll(
    /^\| `([a-z-]+)` +\| (\w+) +\|.*\| +\d+ \|/gm,
  );
  return [...rows].map(([, name = '', promise = '']) => ({ name, promise }));
}

export async function writeTable(rows: readonly Row[]): Promise<void> {
  const { before, after } = parts(readFileSync(PAGE, 'utf8'));
  const page = `${before}\n\n${tableOf(rows)}\n\n${after}`;
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

function parts(page: string): { before: string; table: string; after: string } {
  const start = page.indexOf(FROM) + FROM.length;
  const end = page.indexOf(TO);
  if (!page.includes(FROM) || end === -1) throw new Error('docs/simulation.md has lost its marks');
  return { before: page.slice(0, start), table: page.slice(start, end), after: page.slice(end) };
}
