import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { type Suppression, suppressions } from './suppressions.ts';

/** Holds the stack against two rule packs. A finding fails `cdk synth`, unless infra/suppressions.ts says why it may stand. */
export function addChecks(app: App, stack: Stack): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app));
  suppressions.forEach((suppression) => acknowledge(stack, suppression));
}

function acknowledge(stack: Stack, { rule, at, reason }: Suppression): void {
  for (const path of at) {
    const construct = path === '' ? stack : stack.node.findChild(path);
    Validations.of(construct).acknowledge({ id: rule, reason });
  }
}
