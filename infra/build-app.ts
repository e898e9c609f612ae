import { join } from 'node:path';
import { App, Annotations } from 'aws-cdk-lib';
import type { Settings } from '#shared/contracts/settings.ts';
import { bundle } from './bundle.ts';
import { addChecks } from './checks.ts';
import { HandrailStack } from './handrail-stack.ts';

export interface BuildAppProps {
  readonly stage: string;
  readonly settings: Settings;
  readonly outDir: string;
  /** Holds the stack against the rule packs while it is synthesised; a finding fails. */
  readonly checked: boolean;
}

/** Bundles the functions and builds the app around them; `synth()` is left to the caller. */
export async function buildApp({ stage, settings, outDir, checked }: BuildAppProps): Promise<App> {
  const bundled = await bundle(join(outDir, 'functions'), settings);
  const app = new App({ outdir: outDir, analyticsReporting: false, treeMetadata: false });
  const stack = new HandrailStack(app, {
    settings,
    bundleOf: bundled.folderOf,
    standIn: stage === 'local',
  });
  if (stage === 'sample') {
    Annotations.of(stack).addWarningV2(
      'handrail:sample',
      'These are the sample settings of an invented agency. Copy infra/settings/sample.json and deploy with -c stage=<yours>.',
    );
  }
  if (checked) addChecks(app, stack);
  return app;
}
