import type { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FIVE_MINUTES } from './operators.ts';
import type { AnyWorker } from './worker.ts';

/** The namespace of everything that Handrail counts itself. */
export const NAMESPACE = 'Handrail';

/** How often something was counted in `period`. */
export function countOf(metricName: string, period: Duration): Metric {
  return new Metric({ namespace: NAMESPACE, metricName, statistic: Stats.SUM, period });
}

/** The largest value in five minutes. */
export function largestOf(metricName: string): Metric {
  return new Metric({ namespace: NAMESPACE, metricName, statistic: Stats.MAXIMUM, period: FIVE_MINUTES });
}

/** How often a function ended a record or request with this outcome word. */
export function outcomeOf(worker: AnyWorker, outcome: string, period: Duration = FIVE_MINUTES): Metric {
  return countOf('Outcomes', period).with({
    dimensionsMap: { Function: worker.functionName, Outcome: outcome },
  });
}
