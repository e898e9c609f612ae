import { LocalStackError } from '../local-stack-error.ts';
import { ACCOUNT, identityOf, REGION, type Identity } from './identities.ts';
import type { Template } from './read-template.ts';
import { noValue, resolve, type Lookup } from './resolve.ts';
import { knownType, type ResourceType } from './resource-types.ts';

export type Resource = Identity & {
  readonly logicalId: string;
  readonly type: ResourceType;
  /** The name given in code, such as `SendQueue`: the logical id without what the CDK appends. */
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

export type Resources = {
  readonly all: readonly Resource[];
  readonly ofType: (type: ResourceType) => readonly Resource[];
  /** The resource whose ARN (or `Ref`) this is. */
  readonly byReference: (reference: string) => Resource | undefined;
  /** An output of the stack, when the template has it and it is text. */
  readonly output: (name: string) => string | undefined;
  /** Throws LocalStackError `not-found`. */
  readonly named: (type: ResourceType, name: string) => Resource;
};

export type Addresses = { readonly apiUrl: string; readonly awsUrl: string; readonly stackName: string };

/** Every resource of the template with its properties resolved. Throws LocalStackError naming what it cannot do. */
export function resolveResources(template: Template, addresses: Addresses): Resources {
  const identities = new Map<string, Identity>();
  const lookup: Lookup = {
    ref: (name) => pseudo(name, addresses) ?? parameter(template, name) ?? identify(name).ref,
    attribute: (logicalId, attribute) => {
      const value = identify(logicalId).attributes[attribute];
      if (value !== undefined) return value;
      throw new LocalStackError(
        'unsupported-template',
        logicalId,
        `the local stack does not know ${attribute} of ${logicalId} (${template.Resources[logicalId]?.Type})`,
      );
    },
  };
  const identify = (logicalId: string): Identity => {
    const known = identities.get(logicalId);
    if (known) return known;
    const resource = template.Resources[logicalId];
    if (!resource)
      throw new LocalStackError(
        'unsupported-template',
        logicalId,
        `the template refers to ${logicalId}, which it has not`,
      );
    const text = (property: string) => {
      const value = resolve(resource.Properties[property], lookup, `${logicalId}.${property}`);
      return typeof value === 'string' ? value : undefined;
    };
    const identity = identityOf(knownType(logicalId, resource), { ...addresses, logicalId, text });
    identities.set(logicalId, identity);
    return identity;
  };

  const all = Object.entries(template.Resources).map(([logicalId, resource]): Resource => {
    if (resource.Condition !== undefined)
      throw new LocalStackError(
        'unsupported-template',
        logicalId,
        `${logicalId} has a Condition, which the local stack cannot do`,
      );
    return {
      ...identify(logicalId),
      logicalId,
      type: knownType(logicalId, resource),
      name: nameInCode(logicalId, resource.Metadata['aws:cdk:path']),
      // resolve() of a record is a record.
      properties: resolve(resource.Properties, lookup, logicalId) as Record<string, unknown>,
    };
  });
  const output = (name: string) => {
    const value = resolve(template.Outputs[name]?.Value, lookup, `Outputs.${name}`);
    return typeof value === 'string' ? value : undefined;
  };
  return { ...index(all), output };
}

function index(all: readonly Resource[]): Omit<Resources, 'output'> {
  const byReference = new Map<string, Resource>();
  for (const resource of all) {
    byReference.set(resource.ref, resource);
    for (const key of ['Arn', 'TopicArn', 'QueueName', 'TopicName', 'KeyId']) {
      const value = resource.attributes[key];
      if (value !== undefined) byReference.set(value, resource);
    }
  }
  const ofType = (type: ResourceType) => all.filter((resource) => resource.type === type);
  return {
    all,
    ofType,
    byReference: (reference) => byReference.get(reference),
    named: (type, name) => {
      const found = ofType(type).find((resource) => resource.name === name || resource.logicalId === name);
      if (found) return found;
      throw new LocalStackError('not-found', name, `the template has no ${type} named ${name}`);
    },
  };
}

function pseudo(name: string, { stackName }: Addresses): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return ACCOUNT;
    case 'AWS::Region':
      return REGION;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stackName;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/local`;
    case 'AWS::NoValue':
      return noValue;
    default:
      return undefined;
  }
}

const parameter = (template: Template, name: string) => template.Parameters[name]?.Default;

const wrappers = new Set([
  'Resource',
  'Default',
  'Function',
  'Handler',
  'Queue',
  'Table',
  'Topic',
  'Key',
  'Secret',
  'Role',
  'Alarm',
]);

/** The construct path without the stack and the steps that only say what kind it is: `Handrail/SendQueue/Resource` is `SendQueue`. */
function nameInCode(logicalId: string, path: unknown): string {
  if (typeof path !== 'string') return logicalId;
  const steps = path.split('/').slice(1);
  while (steps.length > 1 && wrappers.has(steps.at(-1) ?? '')) steps.pop();
  return steps.at(-1) ?? logicalId;
}
