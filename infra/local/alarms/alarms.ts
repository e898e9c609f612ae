import * as z from 'zod';
import { readJson, writeJson } from '../data/json-file.ts';
import type { Tell } from '../happening.ts';
import type { AlarmRule } from './alarm-rule.ts';
import type { MetricStore } from './metric-store.ts';

type AlarmState = 'OK' | 'ALARM';

export type Alarms = {
  /**
   * Evaluates every alarm. Only periods in which this was called count: a fast clock leaps over hours in which nothing
   * ran and nothing is missing; so alarms on missing data look only when the schedules have run (`ticked`).
   */
  readonly evaluate: (now: number, ticked: boolean) => Promise<void>;
  readonly states: () => Readonly<Record<string, AlarmState>>;
};

const Kept = z.record(z.string(), z.enum(['OK', 'ALARM']));

/** `notify` publishes to a topic in the alarm's name. */
export function createAlarms(
  rules: readonly AlarmRule[],
  metrics: MetricStore,
  notify: (alarm: AlarmRule, topicArn: string, message: string, subject: string) => Promise<void>,
  tell: Tell,
  file: string | undefined,
): Alarms {
  const states: Record<string, AlarmState> =
    Kept.safeParse(file === undefined ? undefined : readJson(file)).data ?? {};
  const observed = new Map<AlarmRule, number[]>();

  const change = async (rule: AlarmRule, state: AlarmState, now: number) => {
    const before = states[rule.name] ?? 'OK';
    states[rule.name] = state;
    if (file !== undefined) writeJson(file, states);
    const reason = `${rule.metric.metric} ${state === 'ALARM' ? 'crossed its threshold' : 'is back within it'}`;
    tell({ kind: 'alarm', name: rule.nameInCode, description: rule.description, state, reason });
    for (const topic of state === 'ALARM' ? rule.onAlarm : rule.onOk)
      await notify(rule, topic, notification(rule, before, state, reason, now), `${state}: "${rule.name}"`);
  };

  return {
    async evaluate(now, ticked) {
      for (const rule of rules) {
        if (rule.missing === 'breaching' && !ticked) continue;
        const buckets = observe(observed, rule, now);
        const verdict = judge(rule, metrics, buckets, now);
        if (verdict !== undefined && verdict !== (states[rule.name] ?? 'OK'))
          await change(rule, verdict, now);
      }
    },
    states: () => states,
  };
}

/** The periods, by their number since 1970, that were looked at; the present one last. */
function observe(observed: Map<AlarmRule, number[]>, rule: AlarmRule, now: number): number[] {
  const buckets = observed.get(rule) ?? [];
  const current = Math.floor(now / rule.periodMs);
  if (buckets.at(-1) !== current) buckets.push(current);
  if (buckets.length > rule.periods + 1) buckets.shift();
  observed.set(rule, buckets);
  return buckets;
}

/** The state by the last periods, or undefined when it stays as it is. */
function judge(
  rule: AlarmRule,
  metrics: MetricStore,
  buckets: readonly number[],
  now: number,
): AlarmState | undefined {
  const current = Math.floor(now / rule.periodMs);
  const points = buckets.map((bucket) => {
    const values = metrics.values(rule.metric, bucket * rule.periodMs, (bucket + 1) * rule.periodMs);
    return { bucket, breaching: values.length > 0 ? rule.breaches(values) : undefined };
  });
  const last = points.at(-1);
  // A period not yet over counts only when nothing more that comes could turn it.
  const settled =
    last && !(rule.growing && last.breaching === true && last.bucket === current)
      ? points.slice(0, -1)
      : points;
  const window = settled.slice(-rule.periods);
  if (window.length === 0 || (window.length < rule.periods && rule.toAlarm > window.length)) return undefined;

  const known = window.map(({ breaching }) => breaching ?? missingAs(rule));
  if (known.filter((breaching) => breaching === true).length >= rule.toAlarm) return 'ALARM';
  return known.every((breaching) => breaching === undefined) ? undefined : 'OK';
}

function missingAs(rule: AlarmRule): boolean | undefined {
  switch (rule.missing) {
    case 'breaching':
      return true;
    case 'notBreaching':
      return false;
    default:
      return undefined;
  }
}

/** The message that CloudWatch publishes, as far as readers use it. */
const notification = (rule: AlarmRule, before: AlarmState, state: AlarmState, reason: string, now: number) =>
  JSON.stringify({
    AlarmName: rule.name,
    AlarmDescription: rule.description,
    NewStateValue: state,
    OldStateValue: before,
    NewStateReason: reason,
    StateChangeTime: new Date(now).toISOString(),
    AlarmArn: rule.arn,
    Trigger: { MetricName: rule.metric.metric, Namespace: rule.metric.namespace },
  });
