import type { ResourceType } from './resource-types.ts';

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

/** What `Ref` and `Fn::GetAtt` of one resource yield. */
export type Identity = { readonly ref: string; readonly attributes: Readonly<Record<string, string>> };

export type Naming = {
  readonly stackName: string;
  readonly logicalId: string;
  /** A property of the resource, already resolved, when it is a string. */
  readonly text: (property: string) => string | undefined;
  /** Base address that the HTTP API is reached at. */
  readonly apiUrl: string;
  /** Base address that the AWS SDK is pointed at. */
  readonly awsUrl: string;
};

const arn = (service: string, resource: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** Stands for the random part that AWS appends; equal for equal logical ids, so that restarts find their state. */
const shortId = (logicalId: string) =>
  logicalId
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(-10)
    .padStart(10, '0');

type Identify = (naming: Naming) => Identity;

const named = (
  property: string,
  service: string,
  prefix: string,
  extra: Record<string, string> = {},
): Identify => {
  return (naming) => {
    const name = naming.text(property) ?? `${naming.stackName}-${naming.logicalId}`;
    const resourceArn = arn(service, `${prefix}${name}`);
    const attributes: Record<string, string> = { Arn: resourceArn, Name: name };
    for (const [attribute, kind] of Object.entries(extra))
      attributes[attribute] = kind === 'arn' ? resourceArn : name;
    return { ref: name, attributes };
  };
};

const identities: Partial<Record<ResourceType, Identify>> = {
  'AWS::DynamoDB::Table': named('TableName', 'dynamodb', 'table/'),
  'AWS::Lambda::Function': named('FunctionName', 'lambda', 'function:'),
  'AWS::Events::EventBus': named('Name', 'events', 'event-bus/'),
  'AWS::Scheduler::Schedule': named('Name', 'scheduler', 'schedule/default/'),
  'AWS::Scheduler::ScheduleGroup': named('Name', 'scheduler', 'schedule-group/'),
  'AWS::CloudWatch::Alarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::Logs::LogGroup': named('LogGroupName', 'logs', 'log-group:'),
  'AWS::SES::ConfigurationSet': named('Name', 'ses', 'configuration-set/'),
  'AWS::SES::EmailIdentity': named('EmailIdentity', 'ses', 'identity/'),
  'AWS::SQS::Queue': (naming) => {
    const name = naming.text('QueueName') ?? `${naming.stackName}-${naming.logicalId}`;
    const url = `${naming.awsUrl}/${ACCOUNT}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::SNS::Topic': (naming) => {
    const name = naming.text('TopicName') ?? `${naming.stackName}-${naming.logicalId}`;
    return { ref: arn('sns', name), attributes: { TopicArn: arn('sns', name), TopicName: name } };
  },
  'AWS::S3::Bucket': (naming) => {
    const name = naming.text('BucketName') ?? `${naming.stackName}-${naming.logicalId}`.toLowerCase();
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } };
  },
  'AWS::Events::Rule': (naming) => {
    const name = naming.text('Name') ?? `${naming.stackName}-${naming.logicalId}`;
    const bus = naming.text('EventBusName');
    const path = bus === undefined || bus === 'default' ? name : `${bus}/${name}`;
    return { ref: path.replace('/', '|'), attributes: { Arn: arn('events', `rule/${path}`) } };
  },
  'AWS::ApiGatewayV2::Api': (naming) => {
    const id = shortId(naming.logicalId);
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: naming.apiUrl } };
  },
  'AWS::ApiGatewayV2::Stage': (naming) => ({ ref: naming.text('StageName') ?? '$default', attributes: {} }),
  'AWS::SecretsManager::Secret': (naming) => {
    const name = naming.text('Name') ?? `${naming.stackName}-${naming.logicalId}`;
    const secretArn = arn('secretsmanager', `secret:${name}-${shortId(naming.logicalId).slice(-6)}`);
    return { ref: secretArn, attributes: { Id: secretArn } };
  },
  'AWS::KMS::Key': (naming) => {
    const id = `key-${shortId(naming.logicalId)}`;
    return { ref: id, attributes: { Arn: arn('kms', `key/${id}`), KeyId: id } };
  },
  'AWS::IAM::Role': (naming) => {
    const name = naming.text('RoleName') ?? `${naming.stackName}-${naming.logicalId}`;
    return {
      ref: name,
      attributes: { Arn: arn('iam', `role/${name}`, ''), RoleId: `AROA${shortId(naming.logicalId)}` },
    };
  },
};

export function identityOf(type: ResourceType, naming: Naming): Identity {
  const identify = identities[type];
  return identify?.(naming) ?? { ref: `${naming.stackName}-${naming.logicalId}`, attributes: {} };
}
