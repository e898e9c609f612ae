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
