import * as z from 'zod';

export type Dimensions = Readonly<Record<string, string>>;
export type MetricSample = {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Dimensions;
  readonly value: number;
};

const EmbeddedMetrics = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/** The samples of one log line in CloudWatch's embedded metric format; none for any other line. */
export function readMetricLine(line: string): MetricSample[] {
  if (!line.includes('"_aws"')) return [];
  const parsed = EmbeddedMetrics.safeParse(parseJson(line));
  if (!parsed.success) return [];
  const fields: Readonly<Record<string, unknown>> = parsed.data;
  return parsed.data._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name }) =>
      Dimensions.flatMap((names) =>
        [fields[Name]].flat().map((value) => ({
          namespace: Namespace,
          metric: Name,
          dimensions: Object.fromEntries(names.map((name) => [name, String(fields[name])])),
          value: Number(value),
        })),
      ),
    ),
  );
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
