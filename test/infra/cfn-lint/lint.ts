import * as z from 'zod';
import { run } from './install.ts';

const LINT_MS = 120_000;

const Matches = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])).nullish() }),
  }),
);

export interface LintFinding {
  readonly rule: string;
  readonly at: string;
  readonly says: string;
}

/** What cfn-lint finds in a template, with nothing left out. Throws when it did not come to an end. */
export function lint(program: string, templateFile: string, alsoAsked: readonly string[]): LintFinding[] {
  const asked = alsoAsked.flatMap((rule) => ['--include-checks', rule]);
  const { status, stdout, stderr } = run(
    program,
    ['--format', 'json', ...asked, '--', templateFile],
    LINT_MS,
  );
  // Its exit code says by bits what it found; 1 and 124 say that it could not look.
  if (status === 1 || status === 124)
    throw new Error(`cfn-lint did not come to an end (${status})\n${stderr}`);
  return Matches.parse(JSON.parse(stdout)).map(({ Rule, Message, Location }) => ({
    rule: Rule.Id,
    at: (Location.Path ?? []).join('/'),
    says: Message,
  }));
}

type Answer = { readonly rule: string };

/** What is wrong with a template: findings that nobody answered, and answers that answer nothing. */
export function problemsOf(findings: readonly LintFinding[], answers: readonly Answer[]): string[] {
  const answered = (rule: string) => answers.some((answer) => answer.rule === rule);
  return [
    ...findings
      .filter(({ rule }) => !answered(rule))
      .map(({ rule, at, says }) => `${rule} at ${at}: ${says}`),
    ...answers
      .filter(({ rule }) => !findings.some((finding) => finding.rule === rule))
      .map(({ rule }) => `${rule} is answered and finds nothing: take the answer out`),
  ];
}
