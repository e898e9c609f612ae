import { readFileSync, writeFileSync } from 'node:fs';
import { exit, stderr, stdout } from 'node:process';
import { format, resolveConfig } from 'prettier';
import { keptRights } from '#infra/kept-rights.ts';
import { readOptions } from './read-options.ts';
import { problemsOf } from '#test/infra/least-privilege/problems.ts';
import { reportOf } from '#test/infra/least-privilege/report.ts';
import { rightsByRunning } from '#test/infra/least-privilege/rights.ts';

const USAGE = `npm run least-privilege -- [--check]

Plays everything on the local stack that needs a right, and writes docs/least-privilege.md. Ends with 1 on a right that
nothing used and nobody gave a reason for, and on the reverse.
  --check  writes nothing, and ends with 1 as well when the page is not what was played
`;

const PAGE = new URL('../../docs/least-privilege.md', import.meta.url);

const { values } = readOptions(USAGE, { options: { check: { type: 'boolean', default: false } } });

const rights = await rightsByRunning();
const page = await format(reportOf(rights, keptRights), {
  ...(await resolveConfig(PAGE)),
  parser: 'markdown',
});
const problems = problemsOf(rights, keptRights);
if (!values.check) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page)
  problems.push('docs/least-privilege.md is not what was played: run npm run least-privilege');

stdout.write(
  `rights: ${rights.used.length} used, ${rights.unused.length} not used, ${problems.length} problems\n`,
);
problems.forEach((problem) => stderr.write(`  ${problem}\n`));
exit(problems.length > 0 ? 1 : 0);
