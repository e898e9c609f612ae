import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { synthesise } from '#infra/synthesise.ts';
import { openDoors, ROUTES } from './open-doors.ts';
import { aTemplate, all, type TemplateUnderTest } from './template.ts';

const template = aTemplate({ eventSources: ['111122223333'] });
const withOne = (type: string, properties: Record<string, unknown>): TemplateUnderTest => ({
  ...template,
  resources: [
    ...template.resources,
    { id: 'Careless', type, properties, deletionPolicy: undefined, dependsOn: [] },
  ],
});
const everybody = {
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: 'SendQueue.Arn' }],
};

describe('what is open to everybody', () => {
  test('is nothing but the routes', () => {
    expect(openDoors(template)).toEqual([]);
    expect(openDoors(aTemplate({ stage: 'local' }))).toEqual([]);
  });

  test.each([
    ['AWS::SQS::QueuePolicy', { Queues: ['SendQueue'], PolicyDocument: everybody }],
    ['AWS::KMS::Key', { KeyPolicy: { Statement: [{ ...everybody.Statement[0], Principal: { AWS: '*' } }] } }],
    ['AWS::Lambda::Permission', { Principal: 'events.amazonaws.com' }],
    ['AWS::EC2::SecurityGroup', { SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0' }] }],
    ['AWS::S3::Bucket', { BucketName: 'uploads' }],
    ['AWS::Lambda::Url', { AuthType: 'NONE' }],
  ])('would be found: a %s', (type, properties) => {
    expect(openDoors(withOne(type, properties))).toHaveLength(1);
  });
});

describe('each route that everybody can call', () => {
  let stack: LocalStack;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'handrail-public-'));
    await synthesise({ stage: 'local', outDir: folder });
    const templateFile = join(folder, 'Handrail.template.json');
    stack = await startLocalStack({
      templateFile,
      clock: { mode: 'fast', startAt: Date.parse('2026-11-23T18:00:00Z') },
    });
  }, 60_000);
  afterAll(async () => {
    await stack.stop();
    rmSync(folder, { recursive: true });
  });

  test('is listed with what protects it', () => {
    const keys = all<{ RouteKey: string }>(template, 'AWS::ApiGatewayV2::Route').map(
      ({ properties }) => properties.RouteKey,
    );
    expect(Object.keys(ROUTES).sort()).toEqual(keys.sort());
  });

  test.each(Object.entries(ROUTES))('%s does nothing for a stranger', async (route, { unsigned }) => {
    const [method = '', path = ''] = route.split(' ');
    const form = {
      From: '+14105550134',
      Body: 'STOP',
      MessageSid: `SM${'a'.repeat(32)}`,
      MessageStatus: 'failed',
    };
    const answer = await fetch(`${stack.http}${path.replace('{token}', 'made.up')}`, {
      method,
      ...(method === 'POST' && { body: new URLSearchParams(form) }),
      headers: { 'x-twilio-signature': 'made up', 'handrail-signature': 't=1,v1=00' },
    });
    await stack.settle();
    expect(answer.status).toBe(unsigned);
    for (const table of ['FollowUps', 'Cases', 'Contacts', 'Inbox', 'Facts'])
      expect(await stack.table(table)).toEqual([]);
  });
});
