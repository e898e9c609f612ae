import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';

const PACKAGE = dirname(
  createRequire(import.meta.url).resolve('@cdklabs/cdk-validator-cfnguard/package.json'),
);
const RULES = join(PACKAGE, 'rules', 'control-tower', 'cfn-guard');

/** One rule that does not hold for one resource. */
export interface Finding {
  /** Control Tower’s id, such as `CT.SQS.PR.1`. */
  readonly rule: string;
  readonly at: string;
  readonly says: string;
}

/** Why cfn-guard, which comes as a program for each platform, cannot run here; undefined when it can. */
export function whyNotHere(): string | undefined {
  const os = ({ linux: 'ubuntu', darwin: 'macos' } as Record<string, string>)[platform()];
  const cpu = ({ x64: 'x86_64', arm64: 'aarch64' } as Record<string, string>)[arch()];
  if (!os || !cpu) return `cfn-guard has no program for ${platform()} on ${arch()}`;
  const { error, status } = spawnSync(join(PACKAGE, 'bin', os, cpu, 'cfn-guard'), ['--version'], {
    timeout: 10_000,
  });
  if (error) return `cfn-guard’s program does not start here (${error.message})`;
  return status === 0 ? undefined : `cfn-guard’s program ends with ${status} here`;
}

/** The Control Tower rules that speak of a type of resource in the template: the others have nothing to say, slowly. */
export function rulesFor(template: string): string[] {
  const types = new Set(template.match(/AWS::\w+::\w+/g));
  return globSync('**/*.guard', { cwd: RULES })
    .map((file) => join(RULES, file))
    .filter((file) =>
      readFileSync(file, 'utf8')
        .match(/AWS::\w+::\w+/g)
        ?.some((type) => types.has(type)),
    )
    .sort();
}

export function findingsIn(
  templateFile: string,
  rules = rulesFor(readFileSync(templateFile, 'utf8')),
): Finding[] {
  const guard = new CfnGuardValidator({ controlTowerRulesEnabled: false, rules, maxBuffer: 64 * 2 ** 20 });
  // It reads the file alone; the app is what its interface asks for.
  const { violations } = guard.validate({ templatePaths: [templateFile], appConstruct: new App() });
  return violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources
      // Conditions inside a policy come up once more, without a place.
      .filter(({ resourceLogicalId }) => Boolean(resourceLogicalId))
      .map(({ resourceLogicalId }) => ({
        rule: /^\[(CT\.[\w.]+)\]/.exec(description)?.[1] ?? ruleName,
        at: resourceLogicalId,
        says: description,
      })),
  );
}
