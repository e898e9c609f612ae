import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '#shared/contracts/settings.ts';
import { type Grant, sendsWith } from './grant.ts';
import { FIVE_MINUTES, type Operators } from './operators.ts';

/** One topic a step of the ladder, each with the named person of that step behind it. */
export function addAlertLadder(
  scope: Construct,
  props: { key: IKey; operators: Operators; staff: Settings['staff'] },
): Grant<'ALERT_TOPIC_ARNS'> {
  const arns = props.staff.ladder.map(({ staffId }, index) => {
    const topic = aStep(scope, index + 1, props);
    const person = props.staff.members.find((member) => member.id === staffId);
    subscribe(topic, SubscriptionProtocol.EMAIL, person?.email);
    subscribe(topic, SubscriptionProtocol.SMS, person?.sms);
    return topic.topicArn;
  });
  return {
    name: 'ALERT_TOPIC_ARNS',
    value: arns.join(','),
    rights: [{ actions: ['sns:Publish'], resources: arns }, sendsWith(props.key)],
  };
}

function aStep(scope: Construct, step: number, props: { key: IKey; operators: Operators }): Topic {
  const topic = new Topic(scope, `AlertStep${step}Topic`, {
    displayName: 'Handrail',
    masterKey: props.key,
    enforceSSL: true,
  });
  props.operators.alarm(topic, 'NotDeliveredAlarm', {
    name: `alert-step-${step}-not-delivered`,
    article: 'alert-not-delivered',
    impact: `An alert did not reach the person on step ${step} of the ladder: the case waits for the next step.`,
    metric: topic.metricNumberOfNotificationsFailed({ period: FIVE_MINUTES, statistic: Stats.SUM }),
  });
  return topic;
}

/** The address stays out of the construct’s id, which CloudFormation shows in every event. */
function subscribe(topic: Topic, protocol: SubscriptionProtocol, endpoint: string | undefined): void {
  if (endpoint === undefined) return;
  new Subscription(topic, protocol === SubscriptionProtocol.SMS ? 'Sms' : 'Email', {
    topic,
    protocol,
    endpoint,
  });
}
