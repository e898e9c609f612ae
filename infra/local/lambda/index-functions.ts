import type { LocalFunction } from './local-function.ts';

export type FindFunction = (reference: string) => LocalFunction | undefined;

/** Functions by ARN, name or name in code, as targets, mappings and people refer to them. */
export function indexFunctions(functions: readonly LocalFunction[]): FindFunction {
  const byReference = new Map<string, LocalFunction>();
  for (const one of functions) {
    for (const reference of [one.spec.arn, one.spec.name, one.spec.nameInCode])
      byReference.set(reference, one);
  }
  return (reference) => byReference.get(reference);
}
