import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  build,
  type BuildFailure,
  type BuildOptions,
  type Metafile,
  type OutputFile,
  type Plugin,
} from 'esbuild';
import type { Settings } from '#shared/contracts/settings.ts';
import { canonicalJson } from './canonical-json.ts';
import { ReadableError } from './readable-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Bundle {
  readonly functions: readonly string[];
  /** The folder that becomes a function’s asset: index.mjs and programme.json, nothing else. */
  readonly folderOf: (name: string) => string;
  readonly metafile: Metafile;
}

/**
 * Bundles every functions/<name>/handler.ts into `outDir` in one call. Equal sources and settings give equal bytes.
 * Source maps are written beside the assets, to read a stack trace with; they are not uploaded.
 * @throws ReadableError if a function has no handler or cannot be bundled
 */
export async function bundle(outDir: string, settings: Settings, root = ROOT): Promise<Bundle> {
  const functions = findFunctions(root);
  const { outputFiles, metafile } = await buildAll(options(functions, outDir, root));
  rmSync(outDir, { recursive: true, force: true });
  outputFiles.forEach((file) => writeOutput(outDir, file));
  const programme = canonicalJson(settings);
  const folderOf = (name: string) => join(outDir, name);
  functions.forEach((name) => writeFileSync(join(folderOf(name), 'programme.json'), programme));
  return { functions, folderOf, metafile };
}

async function buildAll(options: BuildOptions) {
  try {
    return await build({ ...options, metafile: true, write: false });
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    const failure = error as BuildFailure; // the only error of esbuild’s that has `errors`
    const lines = failure.errors.map(({ location, text }) => `${location?.file}:${location?.line}: ${text}`);
    throw new ReadableError(['The functions cannot be bundled:', ...lines].join('\n  '), { cause: error });
  }
}

function options(functions: readonly string[], outDir: string, root: string): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: functions.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/index` })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // The SDK's default credential chain is a third of every bundle; a function has its role's in the environment.
    alias: { '@aws-sdk/credential-provider-node': './shared/adapters/aws/environment-credentials.ts' },
    // Loaded by the SDK only for operations that stream, of which we call none; without this it is in every bundle.
    external: ['@smithy/core/event-streams'],
    plugins: [versionOnly],
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    // Some dependencies are CommonJS and call require for Node’s own modules, which an ES module does not have.
    banner: { js: "import{createRequire as __c}from'node:module';const require=__c(import.meta.url);" },
  };
}

/** Each client of the SDK bundles its whole package.json to name its version to AWS. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup: (build) => {
    build.onLoad({ filter: /node_modules\/@aws-sdk\/[^/]+\/package\.json$/ }, ({ path }) => {
      const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

function findFunctions(root: string): string[] {
  const folders = globSync('functions/*/env.ts', { cwd: root }).map(dirname).sort();
  const missing = folders.filter((folder) => !existsSync(join(root, folder, 'handler.ts')));
  if (missing.length > 0) {
    throw new ReadableError(
      ['These functions have no handler.ts, so there is nothing to deploy for them:', ...missing].join(
        '\n  ',
      ),
    );
  }
  return folders.map((folder) => folder.slice('functions/'.length));
}

function writeOutput(outDir: string, { path, contents }: OutputFile): void {
  const isMap = path.endsWith('.map');
  const file = isMap ? join(outDir, 'source-maps', `${dirname(path).split('/').at(-1)}.mjs.map`) : path;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
