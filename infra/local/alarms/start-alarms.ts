import type { Engines } from '../engines.ts';
import type { Tell } from '../happening.ts';
import type { Access } from '../policies/access.ts';
import type { Resources } from '../template/resources.ts';
import type { StaffPhones } from '../topics/staff-phones.ts';
import { readAlarm } from './alarm-rule.ts';
import { createAlarms, type Alarms } from './alarms.ts';
import { readMetricFilters } from './metric-filters.ts';
import { createMetricStore } from './metric-store.ts';
import { watchMetrics, type MetricWatch } from './watch-metrics.ts';

export type LocalAlarms = Alarms & { readonly metrics: MetricWatch };

/** The template's alarms, publishing to their topics if those let CloudWatch. */
export function startAlarms(
  resources: Resources,
  engines: Engines,
  access: Access,
  phones: StaffPhones,
  now: () => number,
  tell: Tell,
  file: string | undefined,
): LocalAlarms {
  const store = createMetricStore();
  const metrics = watchMetrics(store, readMetricFilters(resources), accessLogGroups(resources), now);
  const rules = resources.ofType('AWS::CloudWatch::Alarm').map(readAlarm);
  const notify: Parameters<typeof createAlarms>[2] = async (alarm, topicArn, message, subject) => {
    const who = { service: 'cloudwatch.amazonaws.com', sourceArn: alarm.arn };
    const needs = [{ action: 'sns:Publish', resource: topicArn }, ...access.keyNeeds(topicArn, 'write')];
    if (access.refusal(who, needs)) return;
    const form = new URLSearchParams({
      Action: 'Publish',
      TopicArn: topicArn,
      Message: message,
      Subject: subject,
    });
    await engines.fauxqs.request({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(form.toString()),
    });
    phones.deliver(topicArn);
  };
  const alarms = createAlarms(rules, store, notify, tell, file);
  return {
    ...alarms,
    metrics,
    evaluate: (at, ticked) => {
      metrics.sampleQueues(engines.fauxqs.queues.allQueues());
      return alarms.evaluate(at, ticked);
    },
  };
}

function accessLogGroups(resources: Resources): string[] {
  return resources
    .ofType('AWS::ApiGatewayV2::Stage')
    .map((stage) => String(Object(stage.properties['AccessLogSettings'])['DestinationArn'] ?? ''))
    .flatMap((arn) => resources.byReference(arn)?.ref ?? []);
}
