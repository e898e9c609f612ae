import { LocalStackError } from '../local-stack-error.ts';
import type { Template } from './read-template.ts';

/**
 * run: something answers for it here. checked: every call is held against it.
 * inert: it changes nothing that a person could notice on one machine.
 */
const treatments = {
  'AWS::ApiGatewayV2::Api': 'run',
  'AWS::ApiGatewayV2::Integration': 'run',
  'AWS::ApiGatewayV2::Route': 'run',
  'AWS::ApiGatewayV2::Stage': 'run',
  'AWS::CloudWatch::Alarm': 'run',
  'AWS::DynamoDB::Table': 'run',
  'AWS::Events::EventBus': 'run',
  'AWS::Events::Rule': 'run',
  'AWS::Lambda::EventInvokeConfig': 'run',
  'AWS::Lambda::EventSourceMapping': 'run',
  'AWS::Lambda::Function': 'run',
  'AWS::Logs::MetricFilter': 'run',
  'AWS::S3::Bucket': 'run',
  'AWS::SES::ConfigurationSet': 'run',
  'AWS::SES::ConfigurationSetEventDestination': 'run',
  'AWS::SES::EmailIdentity': 'run',
  'AWS::SNS::Subscription': 'run',
  'AWS::SNS::Topic': 'run',
  'AWS::SQS::Queue': 'run',
  'AWS::Scheduler::Schedule': 'run',
  'AWS::SecretsManager::Secret': 'run',

  'AWS::Events::EventBusPolicy': 'checked',
  'AWS::IAM::ManagedPolicy': 'checked',
  'AWS::IAM::Policy': 'checked',
  'AWS::IAM::Role': 'checked',
  'AWS::KMS::Key': 'checked',
  'AWS::Lambda::Permission': 'checked',
  'AWS::S3::BucketPolicy': 'checked',
  'AWS::SNS::TopicPolicy': 'checked',
  'AWS::SQS::QueuePolicy': 'checked',
  'AWS::SecretsManager::ResourcePolicy': 'checked',

  'AWS::CDK::Metadata': 'inert',
  'AWS::CloudWatch::Dashboard': 'inert',
  'AWS::KMS::Alias': 'inert',
  'AWS::Logs::LogGroup': 'inert',
  'AWS::Logs::ResourcePolicy': 'inert',
  'AWS::Scheduler::ScheduleGroup': 'inert',
} as const;

export type ResourceType = keyof typeof treatments;
type Treatment = (typeof treatments)[ResourceType];

const isKnown = (type: string): type is ResourceType => Object.hasOwn(treatments, type);

export const treatmentOf = (type: ResourceType): Treatment => treatments[type];

/** The type, or LocalStackError `unknown-resource-type` naming it: nothing in the template is skipped silently. */
export function knownType(logicalId: string, resource: Template['Resources'][string]): ResourceType {
  if (isKnown(resource.Type)) return resource.Type;
  throw new LocalStackError(
    'unknown-resource-type',
    logicalId,
    `the template has ${logicalId} of type ${resource.Type}, which the local stack does not know: run, check or ignore it in resource-types.ts`,
  );
}
