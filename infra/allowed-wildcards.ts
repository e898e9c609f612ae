/** A `*` in a policy of the template that is meant, and why. A test fails on any other, and on one that is not there. */
export interface AllowedWildcard {
  readonly resourceType: string;
  readonly element: 'Action' | 'Resource' | 'Principal' | 'Condition' | 'SourceArn';
  readonly effect: 'Allow' | 'Deny';
  /** Token for token, with CloudFormation’s references by name. */
  readonly value: string;
  readonly reason: string;
}

export const allowedWildcards: readonly AllowedWildcard[] = [
  {
    resourceType: 'AWS::KMS::Key',
    element: 'Resource',
    effect: 'Allow',
    value: '*',
    reason: 'In a key’s own policy the resource is always this key; KMS accepts nothing else there.',
  },
  {
    resourceType: 'AWS::KMS::Key',
    element: 'Action',
    effect: 'Allow',
    value: 'kms:*',
    reason:
      'The account itself administers its keys. Without it a key whose policy is wrong can never be put right.',
  },
  {
    resourceType: 'AWS::KMS::Key',
    element: 'Action',
    effect: 'Allow',
    value: 'kms:ReEncrypt*',
    reason:
      'From the CDK’s Secret: the account’s principals, through Secrets Manager only. Both actions behind it.',
  },
  {
    resourceType: 'AWS::KMS::Key',
    element: 'Action',
    effect: 'Allow',
    value: 'kms:GenerateDataKey*',
    reason: 'From the CDK’s Secret: the account’s principals, through Secrets Manager only.',
  },
  {
    resourceType: 'AWS::KMS::Key',
    element: 'Condition',
    effect: 'Allow',
    value: 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${AWS::StackName}-*',
    reason: 'The log groups of this stack, whose names CloudFormation completes.',
  },
  {
    resourceType: 'AWS::SQS::QueuePolicy',
    element: 'Action',
    effect: 'Deny',
    value: 'sqs:*',
    reason: 'Refuses everything that comes without TLS.',
  },
  {
    resourceType: 'AWS::SQS::QueuePolicy',
    element: 'Principal',
    effect: 'Deny',
    value: '*',
    reason: 'Refuses everybody who comes without TLS.',
  },
  {
    resourceType: 'AWS::SNS::TopicPolicy',
    element: 'Principal',
    effect: 'Deny',
    value: '*',
    reason: 'Refuses everybody who comes without TLS.',
  },
  ...routes('POST/events', 'POST/twilio/text', 'POST/twilio/text-fallback', 'POST/twilio/status'),
  ...routes('GET/l/{token}', 'POST/l/{token}', 'GET/u/{token}', 'POST/u/{token}'),
];

function routes(...paths: readonly string[]): AllowedWildcard[] {
  return paths.map((path) => ({
    resourceType: 'AWS::Lambda::Permission',
    element: 'SourceArn',
    effect: 'Allow',
    value: `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:PublicApi/*/${path}`,
    reason: 'This route of this API on any stage; there is only $default.',
  }));
}
