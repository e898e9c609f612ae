import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';

/** Holds the stack against two rule packs. A finding fails `cdk synth`, unless infra/suppressions.ts says why it may stand. */
export function addChecks(app: App, _stack: Stack): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app));
}
