import { basename } from 'node:path';
import type { CheckedDirectory } from '#shared/adapters/directory/check-directory.ts';
import { DirectoryUnreadable } from '#shared/adapters/directory/directory-unreadable.ts';
import { checkedDirectory, type SourceFlags } from './checked-directory.ts';
import { colours } from './colours.ts';
import { directoryReport } from './directory-report.ts';

export type DirectoryCheckFlags = SourceFlags & { readonly json?: boolean };

/** @returns the exit code: 1 when rows had to be left out as wrong, or nothing could be read */
export async function directoryCheck(path: string, flags: DirectoryCheckFlags): Promise<number> {
  try {
    const checked = await checkedDirectory(path, flags);
    if (flags.json === true) process.stdout.write(`${JSON.stringify(checkedAsJson(checked))}\n`);
    else tellReport(path, checked);
    return isGood(checked) ? 0 : 1;
  } catch (error) {
    if (flags.json !== true || !(error instanceof DirectoryUnreadable)) throw error;
    process.stdout.write(`${JSON.stringify(unreadableAsJson(error))}\n`);
    return 1;
  }
}

export function tellReport(path: string, checked: CheckedDirectory): void {
  const name = basename(path);
  process.stdout.write(`${directoryReport(name, checked, colours(process.stdout)).join('\n')}\n`);
}

/** A directory without one service is none. */
const isGood = ({ problems, summary }: CheckedDirectory): boolean =>
  summary.listings > 0 && problems.every(({ severity }) => severity !== 'error');

/** What `handrail directory check --json` prints; fields may be added and never change what they mean. */
export const checkedAsJson = (checked: CheckedDirectory) => ({
  ok: isGood(checked),
  services: new Set(checked.listings.map(({ serviceId }) => serviceId)).size,
  locations: checked.summary.rows['locations']?.read ?? 0,
  problems: checked.problems,
  summary: checked.summary,
});

/** In the same form, so that whoever reads it needs no second one. */
const unreadableAsJson = ({ source, row, column, problem }: DirectoryUnreadable) => ({
  ok: false,
  services: 0,
  locations: 0,
  problems: [
    { severity: 'error', table: source, row: row ?? 0, field: column ?? '', value: '', problem, kept: false },
  ],
  summary: { unreadable: true },
});
