import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aTemplate, all } from './template.ts';

const template = aTemplate();

interface QueueProperties {
  RedrivePolicy?: { deadLetterTargetArn: string; maxReceiveCount: number };
  MessageRetentionPeriod?: number;
  VisibilityTimeout?: number;
}
interface AlarmProperties {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: string[];
  MetricName: string;
  Namespace: string;
  Threshold: number;
  Dimensions?: { Name: string; Value: string }[];
  TreatMissingData: string;
  ComparisonOperator: string;
}
interface MappingProperties {
  FunctionName: string;
  EventSourceArn: string;
  BatchSize: number;
  FunctionResponseTypes: string[];
  ScalingConfig?: { MaximumConcurrency: number };
}
const queues = all<QueueProperties>(template, 'AWS::SQS::Queue');
const deadLetters = queues.filter(({ id }) => id.endsWith('DeadLetters'));
const work = queues.filter(({ id }) => !id.endsWith('DeadLetters'));
const alarms = all<AlarmProperties>(template, 'AWS::CloudWatch::Alarm');
const mappings = all<MappingProperties>(template, 'AWS::Lambda::EventSourceMapping');

const alarmsOn = (metric: string, dimension?: string) =>
  alarms.filter(
    ({ properties }) =>
      properties.MetricName === metric &&
      (!dimension || properties.Dimensions?.some(({ Value }) => Value === dimension)),
  );

describe('work that fails is kept and wakes somebody', () => {
  test.each(work)('$id has dead letters, tried four times before', ({ id, properties }) => {
    expect(properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: `${id}DeadLetters.Arn`,
      maxReceiveCount: 4,
    });
  });

  test.each(deadLetters)('$id keeps for 14 days and alarms at the first', ({ id, properties }) => {
    expect(properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
    const [alarm] = alarmsOn('ApproximateNumberOfMessagesVisible', `${id}.QueueName`);
    expect(alarm?.properties).toMatchObject({
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  test.each(work)('$id alarms when messages wait too long', ({ id }) => {
    expect(alarmsOn('ApproximateAgeOfOldestMessage', `${id}.QueueName`)).toHaveLength(1);
  });

  test.each(mappings)(
    '$id hands back only what failed, and not before the function has given up',
    (mapping) => {
      const { EventSourceArn, FunctionResponseTypes, FunctionName } = mapping.properties;
      const queue = work.find(({ id }) => `${id}.Arn` === EventSourceArn);
      const fn = all<{ Timeout: number }>(template, 'AWS::Lambda::Function').find(
        ({ id }) => id === FunctionName,
      );
      expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(queue?.properties.VisibilityTimeout).toBeGreaterThan(fn?.properties.Timeout ?? Infinity);
    },
  );

  test('every queue of work has one reader', () => {
    expect(mappings.map(({ properties }) => properties.EventSourceArn).sort()).toEqual(
      work.map(({ id }) => `${id}.Arn`).sort(),
    );
  });
});

describe('what calls a carrier', () => {
  const sends = mappings.filter(({ properties }) => properties.FunctionName === 'SendMessage');

  test('takes one message at a time, bounded on the mapping and never on the function', () => {
    expect(sends.map(({ properties }) => properties.BatchSize)).toEqual([1, 1]);
    expect(sends.every(({ properties }) => (properties.ScalingConfig?.MaximumConcurrency ?? 0) >= 2)).toBe(
      true,
    );
    const reserved = all<{ ReservedConcurrentExecutions?: number }>(template, 'AWS::Lambda::Function')
      .filter(({ properties }) => properties.ReservedConcurrentExecutions)
      .map(({ id }) => id);
    expect(reserved).toEqual(['ReceiveText', 'ReceiveTextFallback']);
  });

  test.each([
    [0.1, 2],
    [1, 2],
    [20, 40],
    [200, 100],
  ])('at %d messages a second runs in at most %d copies', (maxPerSecond, copies) => {
    const sms = { provider: 'twilio', messagingServiceSid: `MG${'0'.repeat(32)}`, maxPerSecond } as const;
    const mapping = all<MappingProperties>(aTemplate({ sms }), 'AWS::Lambda::EventSourceMapping').find(
      ({ id }) => id === 'SendMessageFromSendQueue',
    );
    expect(mapping?.properties.ScalingConfig?.MaximumConcurrency).toBe(copies);
  });
});

describe('an alarm', () => {
  const articles = headings(readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8'));

  test.each(alarms)(
    '$id reaches the operators, says what a person loses, and what to do',
    ({ properties }) => {
      expect(properties.AlarmActions).toEqual(['OperatorsTopic']);
      const [, impact, anchor] =
        /^(.{30,}\.) What to do: docs\/runbook\.md#(\S+)$/.exec(properties.AlarmDescription) ?? [];
      expect(impact).toBeDefined();
      expect(articles).toContain(anchor);
      expect(properties.AlarmDescription.length).toBeLessThan(1024);
    },
  );

  test('has an article, and every article is about an alarm or a task', () => {
    const linked = new Set(alarms.map(({ properties }) => properties.AlarmDescription.split('#').at(-1)));
    const tasks = articles.filter((article) => article.startsWith('how-to-'));
    expect(articles.filter((article) => !linked.has(article) && !tasks.includes(article))).toEqual([
      'when-an-alarm-rings',
    ]);
  });

  test.each(all<{ FunctionName: string }>(template, 'AWS::Lambda::Function'))(
    'watches the errors of $id',
    ({ id }) => {
      expect(alarmsOn('Errors', id)).toHaveLength(1);
    },
  );

  test.each([['Tick'], ['Heartbeat']])('rings when no %s comes at all', (metric) => {
    expect(alarmsOn(metric)[0]?.properties).toMatchObject({
      TreatMissingData: 'breaching',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
    });
  });

  test('rings for somebody overdue, a document far too large, a carrier that refuses, and a session nobody could read', () => {
    expect(alarmsOn('OldestDueSeconds')[0]?.properties.Threshold).toBe(900);
    expect(alarmsOn('DocumentBytes')[0]?.properties.Threshold).toBe(65_536);
    const outcomes = alarmsOn('Outcomes').map(({ properties }) =>
      properties.Dimensions?.map(({ Value }) => Value),
    );
    expect(outcomes).toEqual(
      expect.arrayContaining([
        ['handrail-send-message', 'sender-down'],
        ['handrail-advance-follow-up', 'sender-down'],
        ['handrail-send-message', 'content-filtered'],
        ['handrail-advance-follow-up', 'content-filtered'],
        ['handrail-watch', 'carrier-list-failed'],
        ['handrail-start-follow-up', 'parked'],
        ['handrail-receive-session-closed', 'invalid'],
      ]),
    );
  });

  test('has a name of its own', () => {
    const names = alarms.map(({ properties }) => properties.AlarmName);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Anchors as GitHub makes them of second-level headings. */
function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
