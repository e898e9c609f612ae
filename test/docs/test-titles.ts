import { readFileSync } from 'node:fs';
import { parseAst } from 'vitest/node';

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** What may stand between a call's name and its brackets without keeping a test from running. */
const RUNS = new Set(['each', 'for', 'concurrent', 'sequential', 'only']);

/**
 * The titles of the tests that a file holds, as its source writes them: `describe › test`, with the placeholders of a
 * table and the `${…}` of a template left as they stand. A test that is skipped, conditional or without a body is none.
 */
export function testTitlesIn(source: string): string[] {
  // As TypeScript, whatever the file is called.
  return titlesUnder(parseAst(source, { lang: 'ts' }), [], source);
}

/** The titles in a file of this repository; undefined where there is no such file. */
export function testTitlesOf(path: string): string[] | undefined {
  try {
    return testTitlesIn(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function titlesUnder(value: unknown, suites: readonly string[], source: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => titlesUnder(one, suites, source));
  if (!isNode(value)) return [];
  const below = (names: readonly string[]) =>
    Object.values(value).flatMap((child) => titlesUnder(child, names, source));
  const call = suiteOrTest(value, source);
  if (!call) return below(suites);
  if (!call.runs) return [];
  return call.kind === 'describe' ? below([...suites, call.title]) : [[...suites, call.title].join(' › ')];
}

function suiteOrTest(node: Node, source: string) {
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return undefined;
  const [name, ...rest] = node['arguments'].filter(isNode);
  const title = name && literalText(name, source);
  const [kind, ...modifiers] = namesOf(node['callee']);
  if (title === undefined || (kind !== 'describe' && kind !== 'it' && kind !== 'test')) return undefined;
  const hasBody = rest.some(({ type }) => type.endsWith('FunctionExpression'));
  return { kind, title, runs: hasBody && modifiers.every((modifier) => RUNS.has(modifier)) };
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
