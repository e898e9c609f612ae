import { ACCOUNT } from '../template/identities.ts';
import { holds, wildcard, type CallContext } from './conditions.ts';
import type { Statement } from './statement.ts';

export type Caller =
  | { readonly kind: 'role'; readonly arn: string; readonly statements: readonly Statement[] }
  | { readonly kind: 'service'; readonly service: string };

export type AccessRequest = {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly context: CallContext;
  /** Statements of the policy attached to the resource. */
  readonly resourcePolicy: readonly Statement[];
};

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly because: string };

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

/**
 * IAM's rule within one account: an explicit Deny wins; else an Allow by the role's policies or by the resource's is enough.
 * Two exceptions: a service has no policies of its own, and a key must admit the account before a role's policies count.
 */
export function evaluate(request: AccessRequest): Verdict {
  const { caller, action, resourcePolicy } = request;
  const identity =
    caller.kind === 'role' ? caller.statements.filter((statement) => applies(statement, request)) : [];
  const attached = resourcePolicy.filter((statement) => applies(statement, request));
  const named = attached.filter((statement) => namesCaller(statement, caller));

  const denied = [...identity, ...named].find((statement) => statement.effect === 'Deny');
  if (denied) return refused(`${denied.origin} denies it`);

  if (named.some((statement) => statement.effect === 'Allow' && !onlyTheAccount(statement)))
    return { allowed: true };
  const admitted = !action.startsWith('kms:') || attached.some(allowsTheAccount);
  if (identity.some((statement) => statement.effect === 'Allow')) {
    return admitted ? { allowed: true } : refused('the key policy admits neither the caller nor the account');
  }
  return refused(
    caller.kind === 'service'
      ? `no resource policy allows ${caller.service}`
      : 'no policy of the role or the resource allows it',
  );
}

const refused = (because: string): Verdict => ({ allowed: false, because });

function applies(statement: Statement, { action, resource, context }: AccessRequest): boolean {
  return (
    statement.actions.some((pattern) => wildcard(pattern.toLowerCase()).test(action.toLowerCase())) &&
    (statement.resources.length === 0 ||
      statement.resources.some((pattern) => wildcard(pattern).test(resource))) &&
    statement.conditions.every((condition) => holds(condition, context))
  );
}

function namesCaller(statement: Statement, caller: Caller): boolean {
  return statement.principals.some(({ kind, id }) => {
    if (id === '*') return true;
    if (caller.kind === 'service') return kind === 'Service' && id === caller.service;
    return kind === 'AWS' && (id === caller.arn || id === ROOT || id === ACCOUNT);
  });
}

const isTheAccount = (id: string) => id === ROOT || id === ACCOUNT;

/** Naming the account hands the decision to its roles' own policies; it grants nothing by itself. */
const onlyTheAccount = (statement: Statement) => statement.principals.every(({ id }) => isTheAccount(id));

const allowsTheAccount = (statement: Statement) =>
  statement.effect === 'Allow' &&
  statement.principals.some(({ kind, id }) => kind === 'AWS' && isTheAccount(id));
