import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { HandrailStack } from '#infra/handrail-stack.ts';
import { loadSettings } from '#infra/settings.ts';

/** A resource with CloudFormation’s references resolved to plain names: `Ref` X is `X`, `GetAtt` X Arn is `X.Arn`. */
export interface Found<Properties> {
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy: string | undefined;
  readonly dependsOn: readonly string[];
}

export interface TemplateUnderTest {
  readonly resources: readonly Found<Record<string, unknown>>[];
  readonly outputs: Readonly<Record<string, { Value: string }>>;
}

type StackOverride = { stage?: string } & Parameters<typeof loadSettings>[1];

/** The template as it would be deployed, but for the functions’ code. */
export function aTemplate(override: StackOverride = {}): TemplateUnderTest {
  return readTemplate(aTemplateText(override));
}

/** The same as CloudFormation would get it. */
export function aTemplateText(override: StackOverride = {}): string {
  const { app, stack } = aStack(override);
  const assembly = app.synth();
  const file = join(assembly.directory, assembly.getStackByName(stack.stackName).templateFile);
  const text = readFileSync(file, 'utf8');
  rmSync(assembly.directory, { recursive: true });
  return text;
}

/** The stack before it is synthesised, into a folder of its own that the caller removes. */
export function aStack({ stage = 'sample', ...override }: StackOverride = {}) {
  const outdir = mkdtempSync(join(tmpdir(), 'handrail-template-'));
  const emptyBundle = join(outdir, 'empty-bundle');
  mkdirSync(emptyBundle);
  writeFileSync(join(emptyBundle, 'index.mjs'), 'export function handler() {}\n');
  const app = new App({
    outdir,
    context: cdkJson.context,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    builtinCloudFormationValidation: false,
  });
  const stack = new HandrailStack(app, {
    settings: loadSettings(stage, override),
    bundleOf: () => emptyBundle,
    standIn: stage === 'local',
  });
  return { app, stack };
}

function readTemplate(text: string): TemplateUnderTest {
  // CloudFormation’s own shape; the rules read what they need of it.
  const { Resources, Outputs } = resolve(JSON.parse(text)) as {
    Resources: Record<string, Raw>;
    Outputs: TemplateUnderTest['outputs'];
  };
  const resources = Object.entries(Resources).map(([id, raw]) => ({
    id,
    type: raw.Type,
    properties: raw.Properties ?? {},
    deletionPolicy: raw.DeletionPolicy,
    dependsOn: [raw.DependsOn ?? []].flat(),
  }));
  return { resources, outputs: Outputs };
}

interface Raw {
  Type: string;
  Properties?: Record<string, unknown>;
  DeletionPolicy?: string;
  DependsOn?: string | string[];
}

/** All resources of a type. The caller says which properties it reads; CloudFormation’s reference is the source. */
export function all<Properties>({ resources }: TemplateUnderTest, type: string): Found<Properties>[] {
  return resources.filter((resource) => resource.type === type) as unknown as Found<Properties>[];
}

function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only) {
    const [key, inner] = only;
    if (key === 'Ref') return String(inner).startsWith('AWS::') ? `\${${String(inner)}}` : inner;
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return inner.join('.');
    if (key === 'Fn::Join' && Array.isArray(inner))
      return (resolve(inner[1]) as string[]).join(String(inner[0]));
    if (key === 'Fn::Sub') return inner;
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner)]));
}
