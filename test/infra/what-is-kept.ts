import type { Found } from './template.ts';

type Resource = Found<Record<string, unknown>>;
/** What is not as it has to be with one resource. */
type Check = (resource: Resource) => string[];

/** Every type of resource that can hold something, and how it must hold it. */
export const STORES: Readonly<Record<string, Check>> = {
  'AWS::DynamoDB::Table': ({ properties, deletionPolicy }) => [
    ...unless(Object(properties['SSESpecification'])['KMSMasterKeyId'] === DATA_KEY, 'has no key of ours'),
    ...unless(Object(properties['SSESpecification'])['SSEEnabled'] === true, 'is not encrypted'),
    ...unless(
      isOn(properties, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'),
      'cannot be restored',
    ),
    ...unless(isOn(properties, 'TimeToLiveSpecification', 'Enabled'), 'forgets nothing'),
    ...unless(
      Object(properties['TimeToLiveSpecification'])['AttributeName'] === 'expiresAt',
      'forgets by another field',
    ),
    ...unless(properties['DeletionProtectionEnabled'] === true, 'can be deleted'),
    ...outlives(deletionPolicy),
  ],
  'AWS::SQS::Queue': ({ properties, deletionPolicy }) => [
    ...unless(properties['KmsMasterKeyId'] === DATA_KEY, 'has no key of ours'),
    ...unless(properties['MessageRetentionPeriod'] === 14 * 24 * 60 * 60, 'does not keep for two weeks'),
    ...outlives(deletionPolicy),
  ],
  'AWS::SNS::Topic': ({ id, properties }) =>
    // CloudWatch must be able to use the operators’ key, and may use no other.
    unless(
      properties['KmsMasterKeyId'] === (id === 'OperatorsTopic' ? OPERATIONS_KEY : DATA_KEY),
      'has no key of ours',
    ),
  'AWS::Events::EventBus': ({ properties }) => [
    ...unless(properties['KmsKeyIdentifier'] === DATA_KEY, 'has no key of ours'),
    ...unless(Object(properties['DeadLetterConfig'])['Arn'] !== undefined, 'loses what it cannot hand on'),
  ],
  'AWS::Logs::LogGroup': ({ properties, deletionPolicy }) => [
    ...unless(properties['KmsKeyId'] === OPERATIONS_KEY, 'has no key of ours'),
    ...unless(properties['RetentionInDays'] === 365, 'is not kept for a year'),
    ...unless(deletionPolicy === 'RetainExceptOnCreate', 'goes with the stack'),
  ],
  'AWS::SecretsManager::Secret': ({ properties, deletionPolicy }) => [
    ...unless(properties['KmsKeyId'] === DATA_KEY, 'has no key of ours'),
    ...unless(properties['SecretString'] === undefined, 'has a value that stands in the template'),
    ...unless(properties['GenerateSecretString'] !== undefined, 'has no value of its own'),
    ...outlives(deletionPolicy),
  ],
  'AWS::KMS::Key': ({ properties, deletionPolicy }) => [
    ...unless(properties['EnableKeyRotation'] === true, 'is never renewed'),
    ...outlives(deletionPolicy),
  ],
};

/** Types that hold nothing about anybody, and why that is so. */
export const HOLD_NOTHING: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'hands requests on',
  'AWS::ApiGatewayV2::Integration': 'is a connection',
  'AWS::ApiGatewayV2::Route': 'is an address',
  'AWS::ApiGatewayV2::Stage': 'writes its access log to a log group, five fields without a person',
  'AWS::CloudWatch::Alarm': 'holds numbers',
  'AWS::Events::EventBusPolicy': 'is a policy',
  'AWS::Events::Rule': 'hands events on, without an archive',
  'AWS::IAM::Role': 'is a policy',
  'AWS::Lambda::EventSourceMapping': 'hands messages on',
  'AWS::Lambda::Function':
    'keeps nothing between calls that is not in its code or its environment, which name things only',
  'AWS::Lambda::Permission': 'is a policy',
  'AWS::Logs::MetricFilter': 'counts',
  'AWS::SES::ConfigurationSet':
    'SES’s own list of addresses that bounced belongs to the account, not to the stack',
  'AWS::SES::ConfigurationSetEventDestination': 'hands receipts on',
  'AWS::SNS::Subscription': 'names a member of staff, from the settings',
  'AWS::SNS::TopicPolicy': 'is a policy',
  'AWS::SQS::QueuePolicy': 'is a policy',
  'AWS::Scheduler::Schedule': 'is a clock; its calls carry nothing',
};

/** What is wrong with a resource: a store that does not hold as it must, or a type that nobody has thought about. */
export function keptWrongly(resource: Resource): string[] {
  const check = STORES[resource.type];
  if (check) return check(resource).map((problem) => `${resource.id} ${problem}`);
  if (HOLD_NOTHING[resource.type] !== undefined) return [];
  return [`${resource.id} is of a type that nobody has thought about: ${resource.type}`];
}

const DATA_KEY = 'DataKey.Arn';
const OPERATIONS_KEY = 'OperationsKey.Arn';

const unless = (holds: boolean, problem: string): string[] => (holds ? [] : [problem]);
const outlives = (policy: string | undefined) => unless(policy === 'Retain', 'goes with the stack');
const isOn = (properties: Record<string, unknown>, group: string, name: string) =>
  Object(properties[group])[name] === true;
