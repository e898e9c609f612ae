import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ONE_MINUTE } from './operators.ts';
import { countOf, NAMESPACE } from './own-metrics.ts';

export interface StatusCount {
  readonly accessLog: LogGroup;
  readonly name: string;
  readonly routeKey: string;
  readonly status: '4xx' | '5xx';
}

/**
 * Counts one route’s answers of one class in the access log. API Gateway’s own metrics a route cost 0.30 USD each and
 * month as soon as there is traffic; this one costs nothing until something is refused.
 */
export function countStatus(
  scope: Construct,
  id: string,
  { accessLog, name, routeKey, status }: StatusCount,
): Metric {
  new MetricFilter(scope, `${id}Filter`, {
    logGroup: accessLog,
    metricNamespace: NAMESPACE,
    metricName: name,
    metricValue: '1',
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.routeKey', '=', routeKey),
      FilterPattern.stringValue('$.status', '=', `${status.charAt(0)}*`),
    ),
  });
  return countOf(name, ONE_MINUTE);
}
