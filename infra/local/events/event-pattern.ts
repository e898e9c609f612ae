import { LocalStackError } from '../local-stack-error.ts';

type Tree = Readonly<Record<string, unknown>>;

/** Throws LocalStackError `unsupported-template` for a pattern with a filter that is not known here. */
export function checkPattern(origin: string, pattern: unknown): void {
  for (const [field, expected] of Object.entries(Object(pattern))) {
    if (!Array.isArray(expected)) checkPattern(origin, expected);
    else if (!expected.every((value) => typeof value !== 'object' || value === null || filterOf(value)))
      throw new LocalStackError(
        'unsupported-template',
        origin,
        `the event pattern of ${origin} filters ${field} by ${JSON.stringify(expected)}, which the local stack cannot do`,
      );
  }
}

/** EventBridge's rule: every field of the pattern is in the event and has one of the values listed. */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  return Object.entries(Object(pattern)).every(([field, expected]) => {
    const actual: unknown = Reflect.get(Object(event), field);
    if (!Array.isArray(expected))
      return typeof actual === 'object' && actual !== null && matchesPattern(expected, actual);
    const candidates = Array.isArray(actual) ? actual : [actual];
    return candidates.some((candidate) => expected.some((value) => matchesValue(value, candidate)));
  });
}

function matchesValue(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === actual;
  return filterOf(expected)?.(actual) ?? false;
}

function filterOf(filter: object): ((actual: unknown) => boolean) | undefined {
  const tree: Tree = { ...filter };
  const { prefix, suffix, exists } = tree;
  const not = tree['anything-but'];
  if (typeof prefix === 'string') return (actual) => typeof actual === 'string' && actual.startsWith(prefix);
  if (typeof suffix === 'string') return (actual) => typeof actual === 'string' && actual.endsWith(suffix);
  if (typeof exists === 'boolean') return (actual) => (actual !== undefined) === exists;
  if (Array.isArray(not) || typeof not === 'string') return (actual) => ![not].flat().includes(actual);
  return undefined;
}
