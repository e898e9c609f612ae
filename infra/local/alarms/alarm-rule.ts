import * as z from 'zod';
import { LocalStackError } from '../local-stack-error.ts';
import type { Resource } from '../template/resources.ts';
import type { MetricName } from './metric-store.ts';

const comparisons = {
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** CloudWatch's statistics over the samples of one period; never called without samples. */
const statistics: Record<string, (values: readonly number[]) => number> = {
  Sum: sum,
  Average: (values) => sum(values) / values.length,
  Minimum: (values) => Math.min(...values),
  Maximum: (values) => Math.max(...values),
  SampleCount: (values) => values.length,
};

const AlarmProperties = z.object({
  AlarmDescription: z.string().default(''),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Statistic: z.enum(['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount']),
  Period: z.number(),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number().optional(),
  Threshold: z.number(),
  ComparisonOperator: z.enum(
    // Object.keys forgets that the keys are known.
    Object.keys(comparisons) as [keyof typeof comparisons, ...(keyof typeof comparisons)[]],
  ),
  TreatMissingData: z.enum(['missing', 'breaching', 'notBreaching', 'ignore']).default('missing'),
  ActionsEnabled: z.boolean().default(true),
  AlarmActions: z.array(z.string()).default([]),
  OKActions: z.array(z.string()).default([]),
});

export type AlarmRule = {
  readonly name: string;
  readonly nameInCode: string;
  readonly arn: string;
  readonly description: string;
  readonly metric: MetricName;
  readonly periodMs: number;
  readonly periods: number;
  readonly toAlarm: number;
  readonly missing: 'missing' | 'breaching' | 'notBreaching' | 'ignore';
  /** More samples can only make it more so, hence a period need not be over. */
  readonly growing: boolean;
  readonly onAlarm: readonly string[];
  readonly onOk: readonly string[];
  /** Whether the samples of one period, at least one, breach the threshold. */
  readonly breaches: (values: readonly number[]) => boolean;
};

/** Throws LocalStackError `unsupported-template`, as for metric math. */
export function readAlarm(resource: Resource): AlarmRule {
  const parsed = AlarmProperties.safeParse(resource.properties);
  if (!parsed.success)
    throw new LocalStackError(
      'unsupported-template',
      resource.logicalId,
      `the alarm ${resource.logicalId} cannot be evaluated locally: ${z.prettifyError(parsed.error)}`,
    );
  const alarm = parsed.data;
  const statistic = statistics[alarm.Statistic] ?? sum;
  return {
    name: resource.ref,
    nameInCode: resource.name,
    arn: resource.attributes['Arn'] ?? '',
    description: alarm.AlarmDescription,
    metric: {
      namespace: alarm.Namespace,
      metric: alarm.MetricName,
      dimensions: Object.fromEntries(alarm.Dimensions.map(({ Name, Value }) => [Name, Value])),
    },
    periodMs: alarm.Period * 1000,
    periods: alarm.EvaluationPeriods,
    toAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    missing: alarm.TreatMissingData,
    growing: alarm.ComparisonOperator.startsWith('GreaterThan') && alarm.Statistic !== 'Average',
    onAlarm: alarm.ActionsEnabled ? alarm.AlarmActions : [],
    onOk: alarm.ActionsEnabled ? alarm.OKActions : [],
    breaches: (values) => comparisons[alarm.ComparisonOperator](statistic(values), alarm.Threshold),
  };
}
