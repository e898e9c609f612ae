import type { About } from './reply-reading.ts';

/** One rule: an id that may stand in records and logs, and the wordings it stands for, in normalised text. */
export type Rule = { id: string; pattern: RegExp; about: About };

/** A rule from wordings, each a regular expression over whole words. Quantifiers stay bounded, so that no body is slow to read. */
export function rule(id: string, about: About, ...wordings: readonly string[]): Rule {
  return { id, about, pattern: anyOf(...wordings) };
}

export function anyOf(...wordings: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${wordings.join('|')})\\b`);
}

/** Some rules, and one pattern that matches whatever any of them matches. */
export type RuleGroup = { any: RegExp; rules: readonly Rule[] };

/** Four together are read sooner than four apart, measured over the replies of the tests. */
const GROUP_SIZE = 4;

/** The rules in their order, in groups: where a group matches nothing, none of its rules needs a look. */
export function inGroups(rules: readonly Rule[]): readonly RuleGroup[] {
  return Array.from({ length: Math.ceil(rules.length / GROUP_SIZE) }, (_, index) => {
    const group = rules.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE);
    return { any: new RegExp(group.map(({ pattern }) => pattern.source).join('|')), rules: group };
  });
}
