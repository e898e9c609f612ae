import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { FIVE_MINUTES, type Operators } from './operators.ts';

/** Where failed work waits for a person, and the alarm that calls one. */
export function addDeadLetters(
  scope: Construct,
  props: { key: IKey; operators: Operators; name: string; parkedImpact: string },
): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    ...encryptedQueue(props.key),
  });
  props.operators.alarm(scope, 'DeadLettersAlarm', {
    name: `${props.name}-dead-letters`,
    impact: props.parkedImpact,
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: FIVE_MINUTES,
      statistic: Stats.MAXIMUM,
    }),
  });
  return queue;
}

/** Kept for 14 days, SQS’s longest: an event from the bus stands nowhere else until somebody has read it. */
export function encryptedQueue(key: IKey) {
  return {
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  };
}
