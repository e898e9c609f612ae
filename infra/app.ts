import { argv, env, exit, stderr } from 'node:process';
import { buildApp } from './build-app.ts';
import { ReadableError } from './readable-error.ts';
import { loadSettings } from './settings.ts';

try {
  const stage = stageFromContext();
  const settings = loadSettings(stage);
  const app = await buildApp({ stage, settings, outDir: env['CDK_OUTDIR'] ?? 'cdk.out', checked: true });
  app.synth();
} catch (error) {
  if (!(error instanceof ReadableError)) throw error;
  stderr.write(`\n${error.message}\n\n`);
  exit(2);
}

/** The CDK hands `-c stage=…` over in its environment; read here, so that settings are checked before anything is built. */
function stageFromContext(): string {
  const context: unknown = JSON.parse(env['CDK_CONTEXT_JSON'] ?? '{}');
  const stage = typeof context === 'object' && context && 'stage' in context ? context.stage : argv[2];
  return typeof stage === 'string' ? stage : 'sample';
}
