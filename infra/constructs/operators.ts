import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type Grant, sendsWith } from './grant.ts';

export interface AlarmProps {
  /** The alarm’s name behind `handrail-`, and the heading of its article in docs/runbook.md. */
  readonly name: string;
  /** Where several alarms share one article. */
  readonly article?: string;
  /** What a person loses while this is broken. Whoever is woken reads it first. */
  readonly impact: string;
  readonly metric: IMetric;
  /** Alarms at this value or above. */
  readonly threshold?: number;
  /** A heartbeat: alarms below the threshold, and when nothing comes at all. */
  readonly expected?: boolean;
}

/** The people who run the deployment: where every alarm goes. */
export class Operators extends Construct {
  readonly #topic: Topic;
  readonly #key: IKey;

  constructor(scope: Construct, props: { key: IKey; addresses: readonly string[] }) {
    super(scope, 'Operators');
    this.#key = props.key;
    this.#topic = new Topic(scope, 'OperatorsTopic', {
      displayName: 'Handrail',
      masterKey: props.key,
      enforceSSL: true,
    });
    // A topic that enforces TLS has a policy of its own, and with that CloudWatch’s right to publish has to be written.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    props.addresses.forEach((endpoint, index) => {
      new Subscription(this, `Operator${index + 1}`, {
        topic: this.#topic,
        protocol: SubscriptionProtocol.EMAIL,
        endpoint,
      });
    });
  }

  get publish(): Grant<'OPERATORS_TOPIC_ARN'> {
    return {
      name: 'OPERATORS_TOPIC_ARN',
      value: this.#topic.topicArn,
      rights: [{ actions: ['sns:Publish'], resources: [this.#topic.topicArn] }, sendsWith(this.#key)],
    };
  }

  alarm(scope: Construct, id: string, props: AlarmProps): Alarm {
    const alarm = new Alarm(scope, id, {
      alarmName: `handrail-${props.name}`,
      alarmDescription: `${props.impact} What to do: docs/runbook.md#${props.article ?? props.name}`,
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: 1,
      comparisonOperator: props.expected
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.expected ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(this.#topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  }
}

/** How often alarms look. */
export const ONE_MINUTE = Duration.minutes(1);
export const FIVE_MINUTES = Duration.minutes(5);
