import { describe, expect, test } from 'vitest';
import { producerPairs, refusedPairs } from './producers.ts';
import { aTemplate, type TemplateUnderTest } from './template.ts';

const template = aTemplate();

describe('whatever is put on a queue or a topic arrives', () => {
  test('every producer may send to its target and use the target’s key', () => {
    expect(refusedPairs(template)).toEqual([]);
  });

  test('alarms, closed sessions, e-mail receipts, alerts and all work between functions are among the pairs', () => {
    const pairs = producerPairs(template).map(({ source, target }) => `${source} → ${target}`);
    expect(pairs).toEqual(
      expect.arrayContaining([
        'WatchHeartbeatMissingAlarm → OperatorsTopic',
        'ClosedSessionsRule → InboxQueue',
        'ClosedSessionsRule → InboxQueueDeadLetters',
        'EventBus → InboxQueueDeadLetters',
        'ReceiveDeliveryStatus → ReceiveDeliveryStatusDeadLetters',
        'AdvanceCase → AlertStep1Topic',
        'AdvanceCase → AlertStep2Topic',
        'AdvanceCase → OperatorsTopic',
        'Watch → OperatorsTopic',
        'AdvanceFollowUp → UrgentSendQueue',
        'WakeDue → WakeQueue',
      ]),
    );
  });

  // The rule itself: a check that finds nothing must be able to find something.
  test.each([
    ['AWS::SNS::TopicPolicy', 'cloudwatch.amazonaws.com', 'the resource’s policy does not let cloudwatch'],
    ['AWS::KMS::Key', 'cloudwatch.amazonaws.com', 'the key’s policy does not let cloudwatch'],
    ['AWS::SQS::QueuePolicy', 'events.amazonaws.com', 'the resource’s policy does not let events'],
    ['AWS::KMS::Key', 'events.amazonaws.com', 'the key’s policy does not let events'],
  ])('a %s that leaves out %s is found', (type, service, message) => {
    expect(refusedPairs(without(template, type, service)).join('\n')).toContain(message);
  });
});

function without(whole: TemplateUnderTest, type: string, service: string): TemplateUnderTest {
  const resources = whole.resources.map((resource) =>
    resource.type === type
      ? {
          ...resource,
          properties: JSON.parse(JSON.stringify(resource.properties).replaceAll(service, 'nobody')),
        }
      : resource,
  );
  return { ...whole, resources };
}
