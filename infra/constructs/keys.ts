import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

const USE = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** Two keys: one for what is about people, which no monitoring service may use, and one for what is about the system. */
export interface Keys {
  /** Tables, queues, secrets, alerts to staff, and events. */
  readonly data: Key;
  /** The operators’ topic and the logs: neither holds anything about a person. */
  readonly operations: Key;
}

export function addKeys(scope: Construct): Keys {
  const data = aKey(scope, 'DataKey', 'Handrail: everything that is about people');
  const operations = aKey(scope, 'OperationsKey', 'Handrail: logs and the operators’ topic');

  // No source conditions on these two: SNS and EventBridge do not pass them to KMS on every path, and where they are
  // missing an alarm or an event is dropped without a trace. The topic’s and the queue’s own policies hold them.
  data.addToResourcePolicy(serviceMay('events.amazonaws.com', [...USE, 'kms:DescribeKey']));
  operations.addToResourcePolicy(serviceMay('cloudwatch.amazonaws.com', USE));
  operations.addToResourcePolicy(logsMay());
  return { data, operations };
}

function aKey(scope: Construct, id: string, description: string): Key {
  return new Key(scope, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
}

function serviceMay(service: string, actions: string[]): PolicyStatement {
  return new PolicyStatement({ principals: [new ServicePrincipal(service)], actions, resources: ['*'] });
}

function logsMay(): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${Aws.STACK_NAME}-*`,
      },
    },
  });
}
