import * as z from 'zod';
import { LocalStackError } from '../local-stack-error.ts';
import { isKnownContextKey, isKnownOperator, type Condition } from './conditions.ts';

const OneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const Principal = z
  .union([z.literal('*'), z.record(z.string(), OneOrMany)])
  .transform((principal) =>
    principal === '*'
      ? [{ kind: 'AWS', id: '*' }]
      : Object.entries(principal).flatMap(([kind, ids]) => ids.map((id) => ({ kind, id }))),
  );

const Value = z.union([z.string(), z.boolean().transform(String), z.number().transform(String)]);
const Conditions = z.record(
  z.string(),
  z.record(
    z.string(),
    z.union([Value, z.array(Value)]).transform((value) => [value].flat()),
  ),
);

const RawStatement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: OneOrMany,
  Resource: OneOrMany.optional(),
  Principal: Principal.optional(),
  Condition: Conditions.default({}),
});

const Document = z.object({
  Statement: z.union([RawStatement, z.array(RawStatement)]).transform((value) => [value].flat()),
});

export type Statement = {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** Without any, the resource that the policy is attached to. */
  readonly resources: readonly string[];
  readonly principals: readonly { readonly kind: string; readonly id: string }[];
  readonly conditions: readonly Condition[];
  /** Logical id of the policy, for messages. */
  readonly origin: string;
};

/**
 * The statements of a policy document. Throws LocalStackError `unsupported-policy` for anything that the evaluator
 * does not understand: a policy half understood would let calls through that AWS denies.
 */
export function readPolicy(origin: string, document: unknown): Statement[] {
  const parsed = Document.safeParse(document);
  if (!parsed.success) {
    const where = parsed.error.issues[0];
    const what = `${where?.path.join('.') ?? ''}: ${where?.message ?? ''}`;
    throw new LocalStackError(
      'unsupported-policy',
      origin,
      `the policy ${origin} cannot be checked locally (${what})`,
    );
  }
  return parsed.data.Statement.map((raw) => ({
    effect: raw.Effect,
    actions: raw.Action,
    resources: raw.Resource ?? [],
    principals: raw.Principal ?? [],
    conditions: readConditions(origin, raw.Condition),
    origin,
  }));
}

function readConditions(origin: string, raw: Record<string, Record<string, string[]>>): Condition[] {
  return Object.entries(raw).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      if (!isKnownOperator(operator) || !isKnownContextKey(key))
        throw new LocalStackError(
          'unsupported-policy',
          origin,
          `the policy ${origin} has the condition ${operator} on ${key}, which cannot be checked locally`,
        );
      return { operator, key, values };
    }),
  );
}
