import { join } from 'node:path';
import { Annotations, App } from 'aws-cdk-lib';
import cdkJson from '../cdk.json' with { type: 'json' };
import type { Settings } from '#shared/contracts/settings.ts';
import { bundle } from './bundle.ts';
import { addChecks } from './checks.ts';
import { HandrailStack } from './handrail-stack.ts';

export interface BuildAppProps {
  readonly stage: string;
  readonly settings: Settings;
  readonly outDir: string;
  /** Holds the stack against the rule packs and CloudFormation’s schemas while it is synthesised, which takes seconds. */
  readonly checked: boolean;
}

/** Bundles the functions and builds the app around them; `synth()` is left to the caller. */
export async function buildApp({ stage, settings, outDir, checked }: BuildAppProps): Promise<App> {
  const bundled = await bundle(join(outDir, 'functions'), settings);
  const app = new App({
    outdir: outDir,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: checked,
    builtinCloudFormationValidation: checked,
    // The command line brings these along; a synthesis without it must come out the same.
    context: cdkJson.context,
  });
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
