import { ACCOUNT, REGION } from '../template/identities.ts';
import type { Resources } from '../template/resources.ts';
import type { CallContext } from './conditions.ts';
import { evaluate, type Caller, type Verdict } from './evaluate.ts';
import { arnOfResource, gatherPolicies } from './gather-policies.ts';
import { unusedGrants, type UnusedGrant } from './unused-grants.ts';

/** One thing that a call needs to be allowed. */
export type Need = {
  readonly action: string;
  readonly resource: string;
  readonly context?: CallContext;
};

export type Who =
  | { readonly role: string; readonly name: string }
  | { readonly service: string; readonly sourceArn?: string };

/** A call that was weighed. `who` is a function's name or a service. */
export type WeighedCall = Need & {
  readonly who: string;
  readonly allowed: boolean;
  readonly because?: string;
};

export type Access = {
  /** Throws nothing: the first need that is not allowed, or undefined when all are. Every need is recorded. */
  readonly refusal: (who: Who, needs: readonly Need[]) => WeighedCall | undefined;
  /** The needs of using what encrypts a table, queue, topic, secret or bucket; none when AWS's own key does. */
  readonly keyNeeds: (resourceArn: string, use: 'read' | 'write') => Need[];
  /** Whether a service may take on a role; a refusal is reported. */
  readonly mayAssume: (service: string, roleArn: string, sourceArn?: string) => boolean;
  /** Each distinct call that was allowed: role or service, action, resource. */
  readonly calls: () => readonly WeighedCall[];
  /** What roles may do and have not done so far. */
  readonly unused: () => readonly UnusedGrant[];
};

export function guardAccess(resources: Resources, onDenied: (call: WeighedCall) => void): Access {
  const policies = gatherPolicies(resources);
  const keys = keyOfResource(resources);
  const allowed = new Map<string, WeighedCall>();

  const callerOf = (who: Who): Caller =>
    'role' in who
      ? { kind: 'role', arn: who.role, statements: policies.ofRole.get(who.role) ?? [] }
      : { kind: 'service', service: who.service };
  const verdicts = new Map<string, Verdict>();
  const weigh = (who: Who, need: Need): Verdict => {
    const key = JSON.stringify([who, need]);
    const known = verdicts.get(key);
    if (known) return known;
    const verdict = evaluate({
      caller: callerOf(who),
      action: need.action,
      resource: need.resource,
      context: { ...contextOf(who), ...need.context },
      resourcePolicy: policies.ofResource.get(need.resource) ?? [],
    });
    // Leading keys are as many as people; the others are few.
    if (need.context?.['dynamodb:LeadingKeys'] === undefined) verdicts.set(key, verdict);
    return verdict;
  };

  return {
    refusal(who, needs) {
      const name = 'role' in who ? who.name : who.service;
      for (const need of needs) {
        const verdict = weigh(who, need);
        if (!verdict.allowed) {
          const denied = { ...need, who: name, allowed: false, because: verdict.because };
          onDenied(denied);
          return denied;
        }
        const key = `${name} ${need.action} ${need.resource}`;
        if (!allowed.has(key))
          allowed.set(key, { ...need, ...('role' in who && { role: who.role }), who: name, allowed: true });
      }
      return undefined;
    },
    keyNeeds(resourceArn, use) {
      const key = keys.get(resourceArn);
      if (key === undefined) return [];
      const service = resourceArn.split(':')[2] ?? '';
      const context = {
        'kms:ViaService': [`${service}.${REGION}.amazonaws.com`],
        'kms:CallerAccount': [ACCOUNT],
      };
      // A table's items are read and written under a data key that is only ever unwrapped.
      const actions =
        use === 'write' && service !== 'dynamodb' ? ['kms:GenerateDataKey', 'kms:Decrypt'] : ['kms:Decrypt'];
      return actions.map((action) => ({ action, resource: key, context }));
    },
    mayAssume(service, roleArn, sourceArn) {
      const need = { action: 'sts:AssumeRole', resource: roleArn };
      const verdict = evaluate({
        ...need,
        caller: { kind: 'service', service },
        context: contextOf(sourceArn === undefined ? { service } : { service, sourceArn }),
        resourcePolicy: policies.trust.get(roleArn) ?? [],
      });
      if (!verdict.allowed) onDenied({ ...need, who: service, allowed: false, because: verdict.because });
      return verdict.allowed;
    },
    calls: () => [...allowed.values()],
    unused: () => unusedGrants(policies, [...allowed.values()]),
  };
}

function contextOf(who: Who): CallContext {
  const always = { 'aws:SecureTransport': ['true'] };
  if ('role' in who) return { ...always, 'aws:PrincipalArn': [who.role], 'aws:PrincipalAccount': [ACCOUNT] };
  const source = who.sourceArn === undefined ? {} : { 'aws:SourceArn': [who.sourceArn] };
  return { ...always, ...source, 'aws:SourceAccount': [ACCOUNT] };
}

function keyOfResource(resources: Resources): Map<string, string> {
  const keys = new Map<string, string>();
  for (const resource of resources.all) {
    const named = keyProperty(resource.properties);
    const arn = arnOfResource(resource);
    if (named === undefined || arn === undefined || named.startsWith('alias/aws/')) continue;
    keys.set(arn, arnOfResource(resources.byReference(named)) ?? named);
  }
  return keys;
}

function keyProperty(properties: Readonly<Record<string, unknown>>): string | undefined {
  const table = properties['SSESpecification'];
  const inTable =
    typeof table === 'object' && table !== null && 'KMSMasterKeyId' in table
      ? table.KMSMasterKeyId
      : undefined;
  const key =
    inTable ?? properties['KmsMasterKeyId'] ?? properties['KmsKeyId'] ?? properties['KmsKeyIdentifier'];
  return typeof key === 'string' ? key : undefined;
}
