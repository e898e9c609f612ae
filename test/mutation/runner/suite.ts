import { format } from 'node:util';

/** A test as its file declared it. */
export type DeclaredTest = { id: string; file: string; name: string; run: () => Promise<void> };

type Body = (...values: never[]) => unknown;
type Scope = { names: readonly string[]; before: Body[]; after: Body[] };

const testsByFile = new Map<string, Map<string, DeclaredTest>>();
let file = '';
let scopes: readonly Scope[] = [];

/** Everything that `load` declares belongs to this file. A file that has declared its tests is not loaded again. */
export async function declareIn(path: string, load: () => Promise<unknown>): Promise<void> {
  if (testsByFile.has(path)) return;
  testsByFile.set(path, new Map());
  file = path;
  scopes = [{ names: [], before: [], after: [] }];
  await load();
}

export const declaredTests = (path: string): readonly DeclaredTest[] => [
  ...(testsByFile.get(path)?.values() ?? []),
];

export function forgetTests(): void {
  testsByFile.clear();
}

function declareTest(name: string, body: Body, values: readonly unknown[] = []): void {
  const around = scopes;
  const tests = testsByFile.get(file) ?? new Map<string, DeclaredTest>();
  const fullName = [...around.flatMap(({ names }) => names), name].join(' ');
  // The same sentence may stand twice in a file, or in two rows of a table.
  let id = `${file}#${fullName}`;
  for (let nth = 2; tests.has(id); nth += 1) id = `${file}#${fullName} (${nth})`;
  tests.set(id, {
    id,
    file,
    name: fullName,
    async run() {
      for (const { before } of around) for (const hook of before) await call(hook);
      try {
        await call(body, values);
      } finally {
        for (const { after } of around.toReversed()) for (const hook of after) await call(hook);
      }
    },
  });
}

function declareGroup(name: string, body: Body, values: readonly unknown[] = []): void {
  const outer = scopes;
  scopes = [...outer, { names: [name], before: [], after: [] }];
  body(...(values as never[])); // a table's row is of the type that the body takes
  scopes = outer;
}

async function call(body: Body, values: readonly unknown[] = []): Promise<void> {
  await body(...(values as never[])); // as above
}

type Declare = (name: string, body: Body, values?: readonly unknown[]) => void;

/** `it`, `test` or `describe`, with its tables. Time limits are Stryker's own. */
function withTables(declare: Declare) {
  const plain = (name: string, ...given: readonly (Body | object)[]): void => declare(name, bodyOf(given));
  const each =
    (rows: readonly unknown[]) =>
    (name: string, ...given: readonly (Body | object)[]) =>
      rows.forEach((row) => {
        const values = Array.isArray(row) ? row : [row];
        declare(named(name, values), bodyOf(given), values);
      });
  return Object.assign(plain, { each });
}

/** Options may stand before it. */
function bodyOf(given: readonly (Body | object)[]): Body {
  const body = given.find((one): one is Body => typeof one === 'function');
  if (!body) throw new Error('a test without a body');
  return body;
}

/** A row's sentence: `%s` and its like stand for the values in turn, `$field` for a field of the first one. */
function named(name: string, values: readonly unknown[]): string {
  const [first] = values;
  const fields = typeof first === 'object' && first !== null ? Object.entries(first) : [];
  const filled = fields.reduce((text, [field, value]) => text.replaceAll(`$${field}`, String(value)), name);
  const holes = filled.match(/%[sdifjoO]/g)?.length ?? 0;
  return format(filled, ...values.slice(0, holes));
}

export const test = withTables(declareTest);
export const describe = withTables(declareGroup);
export const beforeEach = (hook: Body): void => void scopes.at(-1)?.before.push(hook);
export const afterEach = (hook: Body): void => void scopes.at(-1)?.after.push(hook);
