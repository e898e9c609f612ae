/**
 * `npm run least-privilege` plays everything that needs a right and writes docs/least-privilege.md. With `--check` it
 * writes nothing, and fails on a right that nothing used and nobody gave a reason for, on the reverse, and on a page
 * that is not this one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit, stderr, stdout } from 'node:process';
import { format, resolveConfig } from 'prettier';
import { keptRights } from '#infra/kept-rights.ts';
import { problemsOf } from '#test/infra/least-privilege/problems.ts';
import { reportOf } from '#test/infra/least-privilege/report.ts';
import { rightsByRunning } from '#test/infra/least-privilege/rights.ts';

const PAGE = new URL('../../docs/least-privilege.md', import.meta.url);

const rights = await rightsByRunning();
const page = await format(reportOf(rights, keptRights), {
  ...(await resolveConfig(PAGE)),
  parser: 'markdown',
});
const problems = problemsOf(rights, keptRights);
if (!argv.includes('--check')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page)
  problems.push('docs/least-privilege.md is not what was played: run npm run least-privilege');

stdout.write(
  `rights: ${rights.used.length} used, ${rights.unused.length} not used, ${problems.length} problems\n`,
);
problems.forEach((problem) => stderr.write(`  ${problem}\n`));
exit(problems.length > 0 ? 1 : 0);
