import { resourceStatements, roleMay, roleStatements, type Statement } from './policies.ts';
import { all, type TemplateUnderTest } from './template.ts';

/** What SQS and SNS ask of a sender to an encrypted queue or topic. */
const KEY_USE = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** Everything that puts something on a queue or a topic of the template. */
export interface Pair {
  /** A role, or a service of AWS acting for `source`. */
  readonly producer: string;
  readonly kind: 'role' | 'service';
  readonly source: string;
  readonly target: string;
  readonly action: 'sqs:SendMessage' | 'sns:Publish';
}

export function producerPairs(template: TemplateUnderTest): Pair[] {
  return [...ofFunctions(template), ...ofAlarms(template), ...ofRules(template), ...ofBuses(template)];
}

/** Pairs in which something is missing: what is put there would be refused, mostly without a trace. */
export function refusedPairs(template: TemplateUnderTest): string[] {
  const roles = roleStatements(template);
  const policies = resourceStatements(template);
  return producerPairs(template).flatMap((pair) => {
    const key = keyOf(template, pair.target);
    const name = `${pair.source} → ${pair.target}`;
    const lacks =
      pair.kind === 'role'
        ? lacksOfRole(roles, pair, key)
        : lacksOfService(policies, pair, key.replace('.Arn', ''));
    return lacks.map((lack) => `${name}: ${lack}`);
  });
}

function lacksOfRole(roles: Statement[], { producer, action, target }: Pair, key: string): string[] {
  const arn = action === 'sqs:SendMessage' ? `${target}.Arn` : target;
  return [
    ...(roleMay(roles, producer, [action], arn) ? [] : [`the role may not ${action}`]),
    ...(roleMay(roles, producer, KEY_USE, key) ? [] : ['the role may not use the key']),
  ];
}

function lacksOfService(policies: Statement[], pair: Pair, key: string): string[] {
  const allowed = policies.some(
    ({ on, effect, actions, principals, condition }) =>
      on === pair.target &&
      effect === 'Allow' &&
      actions.includes(pair.action) &&
      principals.includes(pair.producer) &&
      namesSource(condition, pair.source),
  );
  const encrypts = KEY_USE.every((action) =>
    policies.some(
      ({ on, effect, actions, principals, condition }) =>
        on === key &&
        effect === 'Allow' &&
        actions.includes(action) &&
        principals.includes(pair.producer) &&
        Object.keys(condition).length === 0,
    ),
  );
  return [
    ...(allowed ? [] : [`the resource’s policy does not let ${pair.producer} ${pair.action}`]),
    ...(encrypts ? [] : [`the key’s policy does not let ${pair.producer} use it`]),
  ];
}

/** Bound to this account or to the very source, so that nobody else’s alarm or rule can use it. */
function namesSource(condition: Statement['condition'], source: string): boolean {
  return (
    condition['StringEquals']?.['aws:SourceAccount'] === '${AWS::AccountId}' ||
    condition['ArnEquals']?.['aws:SourceArn'] === `${source}.Arn`
  );
}

function keyOf(template: TemplateUnderTest, target: string): string {
  const stores = ['AWS::SQS::Queue', 'AWS::SNS::Topic'].flatMap((type) =>
    all<{ KmsMasterKeyId?: string }>(template, type),
  );
  return stores.find(({ id }) => id === target)?.properties.KmsMasterKeyId ?? 'no key';
}

interface FunctionProperties {
  Role: string;
  Environment: { Variables: Record<string, string> };
  DeadLetterConfig?: { TargetArn: string };
}

function ofFunctions(template: TemplateUnderTest): Pair[] {
  const queues = new Set(all(template, 'AWS::SQS::Queue').map(({ id }) => id));
  const topics = new Set(all(template, 'AWS::SNS::Topic').map(({ id }) => id));
  return all<FunctionProperties>(template, 'AWS::Lambda::Function').flatMap(({ id, properties }) => {
    const parked = properties.DeadLetterConfig?.TargetArn.replace('.Arn', '');
    const named = Object.values(properties.Environment.Variables).flatMap((value) => value.split(','));
    const common = { producer: properties.Role.replace('.Arn', ''), kind: 'role', source: id } as const;
    return [...named, ...(parked ? [parked] : [])].flatMap((target): Pair[] => {
      if (queues.has(target)) return [{ ...common, target, action: 'sqs:SendMessage' }];
      return topics.has(target) ? [{ ...common, target, action: 'sns:Publish' }] : [];
    });
  });
}

function ofAlarms(template: TemplateUnderTest): Pair[] {
  type Actions = { AlarmActions?: string[]; OKActions?: string[] };
  return all<Actions>(template, 'AWS::CloudWatch::Alarm').flatMap(({ id, properties }) =>
    [...new Set([...(properties.AlarmActions ?? []), ...(properties.OKActions ?? [])])].map((target) => ({
      producer: 'cloudwatch.amazonaws.com',
      kind: 'service',
      source: id,
      target,
      action: 'sns:Publish',
    })),
  );
}

function ofRules(template: TemplateUnderTest): Pair[] {
  type Targets = { Targets: { Arn: string; DeadLetterConfig?: { Arn: string } }[] };
  const queues = new Set(all(template, 'AWS::SQS::Queue').map(({ id }) => `${id}.Arn`));
  return all<Targets>(template, 'AWS::Events::Rule').flatMap(({ id, properties }) =>
    properties.Targets.flatMap((target) => [target.Arn, target.DeadLetterConfig?.Arn])
      .filter((arn) => arn !== undefined && queues.has(arn))
      .map((arn) => ({
        producer: 'events.amazonaws.com',
        kind: 'service',
        source: id,
        target: String(arn).replace('.Arn', ''),
        action: 'sqs:SendMessage',
      })),
  );
}

/** A bus sets events aside that it cannot encrypt or decrypt. */
function ofBuses(template: TemplateUnderTest): Pair[] {
  type Parking = { DeadLetterConfig?: { Arn: string } };
  return all<Parking>(template, 'AWS::Events::EventBus').flatMap(({ id, properties }): Pair[] => {
    const target = properties.DeadLetterConfig?.Arn.replace('.Arn', '');
    if (target === undefined) return [];
    return [
      { producer: 'events.amazonaws.com', kind: 'service', source: id, target, action: 'sqs:SendMessage' },
    ];
  });
}
