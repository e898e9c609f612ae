import * as z from 'zod';
import { LocalStackError } from '../local-stack-error.ts';
import { wildcard } from '../policies/conditions.ts';
import type { Resource, Resources } from '../template/resources.ts';
import type { MetricSample } from './read-metric-lines.ts';

type Terms = readonly { readonly field: string; readonly pattern: string }[];

const Properties = z.object({
  FilterPattern: z.string(),
  LogGroupName: z.string(),
  MetricTransformations: z.array(
    z.object({ MetricName: z.string(), MetricNamespace: z.string(), MetricValue: z.string() }),
  ),
});

/** Samples that the template's metric filters make of one JSON line in a log group. */
export type MetricFilters = (logGroup: string, line: Readonly<Record<string, string>>) => MetricSample[];

/** Throws LocalStackError `unsupported-template` for patterns other than `{ ($.field = "text*") && … }`. */
export function readMetricFilters(resources: Resources): MetricFilters {
  const filters = resources.ofType('AWS::Logs::MetricFilter').map((resource) => {
    const properties = Properties.parse(resource.properties);
    return { ...properties, terms: readPattern(resource, properties.FilterPattern) };
  });
  return (logGroup, line) =>
    filters
      .filter(({ LogGroupName, terms }) => LogGroupName === logGroup && matches(terms, line))
      .flatMap(({ MetricTransformations }) =>
        MetricTransformations.map(({ MetricName, MetricNamespace, MetricValue }) => ({
          namespace: MetricNamespace,
          metric: MetricName,
          dimensions: {},
          value: Number(MetricValue),
        })),
      );
}

const matches = (terms: Terms, line: Readonly<Record<string, string>>) =>
  terms.every(({ field, pattern }) => wildcard(pattern).test(line[field] ?? ''));

function readPattern(resource: Resource, pattern: string): Terms {
  const inner = /^\{(.*)\}$/s.exec(pattern.trim())?.[1] ?? '';
  return inner.split('&&').map((term) => {
    const [, field, text] = /^\s*\(?\s*\$\.(\w+)\s*=\s*"([^"]*)"\s*\)?\s*$/.exec(term) ?? [];
    if (field !== undefined && text !== undefined) return { field, pattern: text };
    throw new LocalStackError(
      'unsupported-template',
      resource.logicalId,
      `the metric filter ${resource.logicalId} has the pattern ${pattern}, which the local stack cannot apply`,
    );
  });
}
