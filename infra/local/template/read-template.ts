import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { readJson } from '../data/json-file.ts';
import { LocalStackError } from '../local-stack-error.ts';

const Template = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Mappings: z.record(z.string(), z.unknown()).optional(),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Metadata: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
});
export type Template = z.infer<typeof Template>;

const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** Reads a synthesised template. Throws LocalStackError `missing-file` or `bad-file`. */
export function readTemplate(file: string): Template {
  const parsed = Template.safeParse(needJson(file, 'run `npx cdk synth` first'));
  if (!parsed.success)
    throw new LocalStackError('bad-file', file, `${file} is not a CloudFormation template`);
  return parsed.data;
}

/** Folder of each file asset by its S3 object key, from the `<stack>.assets.json` beside the template. */
export function readAssetFolders(
  templateFile: string,
  assetsDir = dirname(templateFile),
): Map<string, string> {
  const file = templateFile.replace(/\.template\.json$/, '.assets.json');
  const parsed = Assets.safeParse(needJson(file, 'it is written beside the template by `npx cdk synth`'));
  if (!parsed.success) throw new LocalStackError('bad-file', file, `${file} is not a CDK asset manifest`);

  const folders = new Map<string, string>();
  for (const asset of Object.values(parsed.data.files)) {
    for (const destination of Object.values(asset.destinations)) {
      if (asset.source.path !== undefined)
        folders.set(destination.objectKey, join(assetsDir, asset.source.path));
    }
  }
  return folders;
}

function needJson(file: string, hint: string): unknown {
  if (!existsSync(file)) throw new LocalStackError('missing-file', file, `${file} is missing: ${hint}`);
  return readJson(file);
}
