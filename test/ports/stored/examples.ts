import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { KINDS, type Kind, type WireItem } from './kinds.ts';

const FOLDER = fileURLToPath(new URL('../../examples/stored/', import.meta.url));

/** One item of a released schema, as that release stored it. Everybody in it is invented. */
export type Example = {
  readonly kind: Kind;
  readonly schema: number;
  readonly name: string;
  readonly item: WireItem;
};

/** All examples of a kind, oldest schema first. */
export function examplesOf(kind: Kind): Example[] {
  return globSync(`${kind}/schema-*/*.json`, { cwd: FOLDER })
    .map((file) => {
      const [, schema = '', name = ''] = /schema-(\d+)\/(.+)\.json$/.exec(file) ?? [];
      const item = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as WireItem; // written below alone
      return { kind, schema: Number(schema), name, item };
    })
    .toSorted((a, b) => a.schema - b.schema || (a.name < b.name ? -1 : 1));
}

/** The same item in every run: who saved it is random, and says nothing. */
const withoutChance = (item: WireItem): WireItem => ({
  ...item,
  ...(item['savedBy'] && { savedBy: { S: 'an-example--' } }),
});

/** The same with titles for tests. */
export const namedExamples = (kind: Kind) =>
  examplesOf(kind).map((example) => ({ title: `schema ${example.schema}, ${example.name}`, example }));

/** Replaces the examples of the schemas that this release writes; those of older ones are left as they are. */
export async function writeExamples(told: readonly Omit<Example, 'schema'>[]): Promise<void> {
  for (const kind of new Set(told.map((one) => one.kind)))
    rmSync(folderOf(kind), { recursive: true, force: true });
  for (const { kind, name, item } of told) {
    const file = join(folderOf(kind), `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    const style = { ...(await resolveConfig(file)), parser: 'json' };
    writeFileSync(file, await format(JSON.stringify(withoutChance(item)), style));
  }
}

const folderOf = (kind: Kind) => join(FOLDER, kind, `schema-${KINDS[kind].schema}`);
