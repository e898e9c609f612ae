/**
 * `npm run lint:template`: holds the synthesised template of both stages against cfn-lint, which comes from Python’s
 * package index. Where that cannot be had one line says so. HANDRAIL_CFN_LINT=required makes that a failure, for a CI
 * that is known to reach it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit, stderr, stdout } from 'node:process';
import { synthesise } from '#infra/synthesise.ts';
import { alsoAsked, cfnLintAnswers } from '#test/infra/cfn-lint/answers.ts';
import { installCfnLint } from '#test/infra/cfn-lint/install.ts';
import { lint, problemsOf } from '#test/infra/cfn-lint/lint.ts';

const STAGES = ['sample', 'local'];
const folder = mkdtempSync(join(tmpdir(), 'handrail-cfn-lint-'));
let failed = false;
try {
  const cfnLint = installCfnLint(join(folder, 'python'));
  if ('program' in cfnLint) {
    for (const stage of STAGES) await lintStage(cfnLint.program, stage);
  } else {
    stdout.write(`cfn-lint skipped: ${cfnLint.missing}\n`);
    failed = env['HANDRAIL_CFN_LINT'] === 'required';
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
exit(failed ? 1 : 0);

async function lintStage(program: string, stage: string): Promise<void> {
  const outDir = join(folder, stage);
  await synthesise({ stage, outDir });
  const findings = lint(program, join(outDir, 'Handrail.template.json'), alsoAsked);
  const problems = problemsOf(findings, cfnLintAnswers);
  stdout.write(`cfn-lint, stage ${stage}: ${findings.length} findings, ${problems.length} not answered\n`);
  problems.forEach((problem) => stderr.write(`  ${problem}\n`));
  failed ||= problems.length > 0;
}
