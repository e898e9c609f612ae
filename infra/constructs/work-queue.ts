import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { addDeadLetters, encryptedQueue } from './dead-letters.ts';
import { decryptsWith, type Grant, type Right, sendsWith } from './grant.ts';
import { FIVE_MINUTES, type Operators } from './operators.ts';

export interface WorkQueueProps<Name extends string> {
  readonly variable: Name;
  readonly key: IKey;
  readonly operators: Operators;
  /** The queue’s name in alarms, such as `send-queue`. */
  readonly name: string;
  /** What a person loses when a message is set aside after four failures. */
  readonly parkedImpact: string;
  /** What a person loses while messages wait too long. */
  readonly lateImpact: string;
  readonly lateAfter: Duration;
  readonly delay?: Duration;
}

/** A standard queue whose failures are kept for 14 days and wake somebody. Bodies hold ids and codes only. */
export class WorkQueue<Name extends string> extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #props: WorkQueueProps<Name>;

  constructor(scope: Construct, id: string, props: WorkQueueProps<Name>) {
    super(scope, id);
    this.#props = props;
    this.deadLetters = addDeadLetters(this, props);
    this.queue = new Queue(this, 'Resource', {
      ...encryptedQueue(props.key),
      // Six times a consumer’s time-out, so that no message is handed out twice while the first is still at work.
      visibilityTimeout: Duration.seconds(120),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 4 },
      ...(props.delay && { deliveryDelay: props.delay }),
    });
    props.operators.alarm(this, 'LateAlarm', {
      name: `${props.name}-late`,
      impact: props.lateImpact,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: FIVE_MINUTES,
        statistic: Stats.MAXIMUM,
      }),
      threshold: props.lateAfter.toSeconds(),
    });
  }

  get send(): Grant<Name> {
    return this.#grant(['sqs:SendMessage']);
  }

  /** For a sender that holds back while the queue is long. */
  get sendAndMeasure(): Grant<Name> {
    return this.#grant(['sqs:SendMessage', 'sqs:GetQueueAttributes']);
  }

  get consume(): readonly Right[] {
    // Those of AWS's own AWSLambdaSQSQueueExecutionRole: Lambda's poller asks for no more.
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
    return [{ actions, resources: [this.queue.queueArn] }, decryptsWith(this.#props.key)];
  }

  #grant(actions: readonly string[]): Grant<Name> {
    return {
      name: this.#props.variable,
      value: this.queue.queueUrl,
      rights: [{ actions, resources: [this.queue.queueArn] }, sendsWith(this.#props.key)],
    };
  }
}
