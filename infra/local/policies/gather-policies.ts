import { LocalStackError } from '../local-stack-error.ts';
import { ACCOUNT } from '../template/identities.ts';
import type { Resource, Resources } from '../template/resources.ts';
import { readPolicy, type Statement } from './statement.ts';

export type Policies = {
  /** Statements of each role, by the role's ARN. */
  readonly ofRole: ReadonlyMap<string, readonly Statement[]>;
  /** Statements attached to a resource, by its ARN. */
  readonly ofResource: ReadonlyMap<string, readonly Statement[]>;
  /** Who may take on each role, by the role's ARN. */
  readonly trust: ReadonlyMap<string, readonly Statement[]>;
};

/** AWS's own policies that the CDK attaches, as far as a function here could use them. */
const awsManaged: Record<string, unknown> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': {
    Statement: {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  },
};

const add = (to: Map<string, Statement[]>, key: string, statements: readonly Statement[]) =>
  to.set(key, [...(to.get(key) ?? []), ...statements]);

/** Collects every policy of the template. Throws LocalStackError `unsupported-policy`. */
export function gatherPolicies(resources: Resources): Policies {
  const ofRole = new Map<string, Statement[]>();
  const ofResource = new Map<string, Statement[]>();
  const trust = new Map<string, Statement[]>();
  const arnOf = (reference: string) => arnOfResource(resources.byReference(reference)) ?? reference;

  for (const role of resources.ofType('AWS::IAM::Role')) {
    const arn = arnOfResource(role) ?? role.ref;
    add(trust, arn, readPolicy(role.logicalId, role.properties['AssumeRolePolicyDocument']));
    add(ofRole, arn, [...inlinePolicies(role), ...managedPolicies(role)]);
  }
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'] as const) {
    for (const policy of resources.ofType(type)) {
      const statements = readPolicy(policy.logicalId, policy.properties['PolicyDocument']);
      for (const role of texts(policy.properties['Roles'])) add(ofRole, arnOf(role), statements);
    }
  }
  for (const { resource, targets, document } of attachedPolicies(resources)) {
    const statements = readPolicy(resource.logicalId, document);
    for (const target of targets) add(ofResource, arnOf(target), statements);
  }
  return { ofRole, ofResource, trust };
}

type Attached = { resource: Resource; targets: string[]; document: unknown };

function attachedPolicies(resources: Resources): Attached[] {
  const attached = (type: Resource['type'], targets: string, document: string): Attached[] =>
    resources.ofType(type).map((resource) => ({
      resource,
      targets: texts(resource.properties[targets]),
      document: resource.properties[document],
    }));
  return [
    ...attached('AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument'),
    ...attached('AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument'),
    ...attached('AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument'),
    ...attached('AWS::SecretsManager::ResourcePolicy', 'SecretId', 'ResourcePolicy'),
    ...resources.ofType('AWS::Events::EventBusPolicy').map((resource) => ({
      resource,
      targets: texts(resource.properties['EventBusName']),
      document: { Statement: resource.properties['Statement'] },
    })),
    ...resources.ofType('AWS::KMS::Key').map((resource) => ({
      resource,
      targets: [resource.ref],
      document: resource.properties['KeyPolicy'],
    })),
    ...resources.ofType('AWS::Lambda::Permission').map((resource) => ({
      resource,
      targets: texts(resource.properties['FunctionName']),
      document: permissionDocument(resource.properties),
    })),
  ];
}

/** A Lambda permission is a resource policy in other words. */
function permissionDocument(properties: Resource['properties']): unknown {
  const principal = String(properties['Principal']);
  const condition = {
    ...(properties['SourceArn'] !== undefined && { ArnLike: { 'aws:SourceArn': properties['SourceArn'] } }),
    ...(properties['SourceAccount'] !== undefined && {
      StringEquals: { 'aws:SourceAccount': properties['SourceAccount'] },
    }),
  };
  return {
    Statement: {
      Effect: 'Allow',
      Action: properties['Action'],
      Principal: principal.endsWith('.amazonaws.com') ? { Service: principal } : { AWS: principal },
      Condition: condition,
    },
  };
}

function inlinePolicies(role: Resource): Statement[] {
  const policies = role.properties['Policies'];
  return (Array.isArray(policies) ? policies : []).flatMap((policy: { PolicyDocument?: unknown }) =>
    readPolicy(role.logicalId, policy.PolicyDocument),
  );
}

function managedPolicies(role: Resource): Statement[] {
  return texts(role.properties['ManagedPolicyArns']).flatMap((arn) => {
    const document = awsManaged[arn];
    if (document !== undefined) return readPolicy(arn, document);
    if (arn.includes(`:${ACCOUNT}:`)) return [];
    throw new LocalStackError(
      'unsupported-policy',
      role.logicalId,
      `${role.logicalId} has the managed policy ${arn}, which the local stack does not know`,
    );
  });
}

export const arnOfResource = (resource: Resource | undefined): string | undefined =>
  resource === undefined
    ? undefined
    : (resource.attributes['Arn'] ??
      resource.attributes['TopicArn'] ??
      (resource.ref.startsWith('arn:') ? resource.ref : undefined));

const texts = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string');
