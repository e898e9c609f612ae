export type LocalStackProblem =
  | 'missing-file'
  | 'bad-file'
  | 'unknown-resource-type'
  | 'unsupported-template'
  | 'unsupported-policy'
  | 'port-in-use'
  | 'not-allowed'
  | 'not-found'
  | 'stuck';

/** Why the local stack could not start or do what was asked, in one readable line. */
export class LocalStackError extends Error {
  override readonly name = 'LocalStackError';
  readonly problem: LocalStackProblem;
  /** The file, logical id, port or action that the problem is about. */
  readonly subject: string;

  constructor(problem: LocalStackProblem, subject: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.subject = subject;
  }
}
