import { wildcard } from './conditions.ts';
import type { Policies } from './gather-policies.ts';

/** An action on a resource that a role may do and never did. */
export type UnusedGrant = { readonly role: string; readonly action: string; readonly resource: string };

type MadeCall = { readonly role?: string; readonly action: string; readonly resource: string };

/** `calls`: what was allowed, with the role's ARN. Logs are written by Lambda itself and left out. */
export function unusedGrants(policies: Policies, calls: readonly MadeCall[]): UnusedGrant[] {
  return [...policies.ofRole].flatMap(([role, statements]) =>
    statements
      .filter((statement) => statement.effect === 'Allow')
      .flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map((resource) => ({ role, action, resource }))),
      )
      .filter(({ action }) => !action.startsWith('logs:'))
      .filter(
        ({ action, resource }) =>
          !calls.some(
            (call) =>
              call.role === role &&
              wildcard(action.toLowerCase()).test(call.action.toLowerCase()) &&
              wildcard(resource).test(call.resource),
          ),
      ),
  );
}
