import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snsAlerts } from '#shared/adapters/sns/alerts.ts';

const ALERT = { caseId: 'case#1', priority: 'urgent', url: 'https://handrail.example.org/l/token' };

describe('alerts in SNS', () => {
  let server: FauxqsServer;
  let topics: Record<'first' | 'second' | 'operators', string>;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
    const topic = (name: string) => {
      const { topicArn } = server.createTopic(name);
      server.createQueue(name);
      server.subscribe({ topic: name, queue: name });
      return topicArn;
    };
    topics = { first: topic('first'), second: topic('second'), operators: topic('operators') };
  });
  afterAll(() => server.stop());

  const alerts = () =>
    snsAlerts({
      stepTopics: [topics.first, topics.second],
      operatorsTopic: topics.operators,
      config: {
        endpoint: server.address,
        region: 'us-east-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      },
    });
  const told = (topic: string) =>
    (server.inspectQueue(topic)?.messages.ready ?? []).map(
      ({ body }) => JSON.parse(body) as { Subject: string; Message: string },
    );

  it('tells the person of a step the case and its link, and nobody else', async () => {
    await alerts().toStep(1, ALERT);
    expect(told('second')).toMatchObject([
      {
        Subject: 'Handrail: urgent case',
        Message: expect.stringContaining('https://handrail.example.org/l/token'),
      },
    ]);
    expect(told('first')).toEqual([]);
  });

  it('tells operators, with a subject that SNS takes', async () => {
    await alerts().toOperators({ subject: `Nobody answers\n${'é'.repeat(200)}`, text: 'case#1' });
    const [alarm] = told('operators');
    expect(alarm?.Subject).toMatch(/^[\x20-\x7e]{1,100}$/);
    expect(alarm?.Message).toBe('case#1');
  });

  it('throws for a step without a topic, and for a topic that is gone', async () => {
    await expect(alerts().toStep(2, ALERT)).rejects.toThrow(expect.objectContaining({ name: 'NoSuchStep' }));
    topics.first = `${topics.first}-gone`;
    await expect(alerts().toStep(0, ALERT)).rejects.toThrow();
  });
});
