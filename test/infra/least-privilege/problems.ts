import type { KeptRight } from '#infra/kept-rights.ts';
import { type Right, type Rights, textOf } from './rights.ts';

/** Each entry of the list taken apart, with its reason. */
export const rightsKept = (kept: readonly KeptRight[]): (Right & { readonly reason: string })[] =>
  kept.flatMap(({ actions, on, functions, reason }) =>
    actions.flatMap((action) => functions.map((name) => ({ function: name, action, on, reason }))),
  );

/** What is wrong: rights without a use or a reason, and reasons without a right or with a use. */
export function problemsOf({ used, unused }: Rights, kept: readonly KeptRight[]): string[] {
  const reasons = new Set(rightsKept(kept).map(textOf));
  const [inUse, idle] = [new Set(used.map(textOf)), new Set(unused.map(textOf))];
  return [
    ...[...idle]
      .filter((right) => !reasons.has(right))
      .map((right) => `${right} is granted, no play uses it, and infra/kept-rights.ts does not say why`),
    ...[...reasons]
      .filter((right) => !idle.has(right))
      .map((right) =>
        inUse.has(right)
          ? `${right} is used now: take its reason out of infra/kept-rights.ts`
          : `${right} is not granted any more: take its reason out of infra/kept-rights.ts`,
      ),
  ];
}
