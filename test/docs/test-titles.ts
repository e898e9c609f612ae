import { readFileSync } from 'node:fs';
import { parseAst } from 'vitest/node';

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** What may stand between a call's name and its brackets without keeping a test from running. */
const RUNS = new Set(['each', 'for', 'concurrent', 'sequential']);

export type TestTitle = {
  /** `describe › test`, with the placeholders of a table and the `${…}` of a template left as they stand. */
  readonly title: string;
  /** Also `skipped` where that hangs on a condition, or where the test is still to be written. */
  readonly runs: Runs;
};

export type Runs = 'with the others' | 'alone' | 'skipped';

/** The tests that a file holds, as its source writes them. A test without a body of its own is none. */
export function testTitlesIn(source: string): TestTitle[] {
  // As TypeScript, whatever the file is called.
  return titlesUnder(parseAst(source, { lang: 'ts' }), { suites: [], runs: 'with the others' }, source);
}

/** The titles in a file of this repository; undefined where there is no such file. */
export function testTitlesOf(path: string): TestTitle[] | undefined {
  try {
    return testTitlesIn(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

type Around = { readonly suites: readonly string[]; readonly runs: Runs };

function titlesUnder(value: unknown, around: Around, source: string): TestTitle[] {
  if (Array.isArray(value)) return value.flatMap((one) => titlesUnder(one, around, source));
  if (!isNode(value)) return [];
  const below = (within: Around) =>
    Object.values(value).flatMap((child) => titlesUnder(child, within, source));
  const call = suiteOrTest(value, source);
  if (!call) return below(around);
  const suites = [...around.suites, call.title];
  // What a suite does to its tests, no test undoes: in a skipped one nothing runs.
  const runs = around.runs === 'skipped' || call.runs === 'with the others' ? around.runs : call.runs;
  if (call.kind === 'describe') return below({ suites, runs });
  return call.isTest ? [{ title: suites.join(' › '), runs }] : [];
}

function suiteOrTest(node: Node, source: string) {
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return undefined;
  const [name, ...rest] = node['arguments'].filter(isNode);
  const title = name && literalText(name, source);
  const [kind, ...modifiers] = namesOf(node['callee']);
  if (title === undefined || (kind !== 'describe' && kind !== 'it' && kind !== 'test')) return undefined;
  const hasBody = rest.some(({ type }) => type.endsWith('FunctionExpression'));
  return { kind, title, isTest: hasBody || modifiers.includes('todo'), runs: howItRuns(modifiers) };
}

function howItRuns(modifiers: readonly string[]): Runs {
  if (modifiers.some((modifier) => modifier !== 'only' && !RUNS.has(modifier))) return 'skipped';
  return modifiers.includes('only') ? 'alone' : 'with the others';
}

function literalText({ type, value, start, end }: Node, source: string): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  return type === 'TemplateLiteral' ? source.slice(start + 1, end - 1) : undefined;
}

/** `test.each(…)` is test, each. */
function namesOf(callee: unknown): string[] {
  if (!isNode(callee)) return [];
  if (callee.type === 'Identifier') return [String(callee['name'])];
  if (callee.type === 'MemberExpression')
    return [...namesOf(callee['object']), ...namesOf(callee['property'])];
  return namesOf(callee['callee'] ?? callee['tag']);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
