import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { roleMay, roleStatements, trustStatements } from './policies.ts';
import { aTemplate, all } from './template.ts';

const template = aTemplate();
const roles = roleStatements(template);

interface FunctionProperties {
  FunctionName: string;
  Runtime: string;
  Architectures: string[];
  Role: string;
  Environment: { Variables: Record<string, string> };
  LoggingConfig: { LogFormat: string; LogGroup: string };
  ReservedConcurrentExecutions?: number;
  RecursiveLoop?: string;
}
const functions = all<FunctionProperties>(template, 'AWS::Lambda::Function');
const folders = globSync('functions/*/env.ts').map((file) => basename(dirname(file)));

const schemaOf = async (name: string) => {
  const { Env } = (await import(`../../functions/${name}/env.ts`)) as { Env: z.ZodMiniObject };
  return Env;
};
const variablesOf = (name: string, of = template) =>
  all<FunctionProperties>(of, 'AWS::Lambda::Function').find(
    ({ properties }) => properties.FunctionName === `handrail-${name}`,
  )?.properties.Environment.Variables ?? {};

describe('a function', () => {
  test('is deployed for every folder, and for nothing else', () => {
    expect(functions.map(({ properties }) => properties.FunctionName).sort()).toEqual(
      folders.map((folder) => `handrail-${folder}`).sort(),
    );
  });

  test('may put work on a queue of its own more than sixteen times only where a text waits for its turn', () => {
    const repeating = functions.filter(({ properties }) => properties.RecursiveLoop === 'Allow');
    expect(repeating.map(({ properties }) => properties.FunctionName)).toEqual(['handrail-send-message']);
  });

  test.each(folders)('%s has exactly the variables of its schema', async (name) => {
    const schema = await schemaOf(name);
    const variables = variablesOf(name);
    expect(z.strictObject(schema.shape).safeParse(variables).error?.issues ?? []).toEqual([]);
  });

  test('talks to Twilio itself, unless it runs on one machine', () => {
    const local = aTemplate({ stage: 'local' });
    for (const name of ['send-message', 'watch']) {
      expect(variablesOf(name)).not.toHaveProperty('TWILIO_BASE_URL');
      expect(variablesOf(name, local)).toHaveProperty('TWILIO_BASE_URL');
    }
    expect(JSON.stringify(template)).not.toContain('127.0.0.1');
  });

  test.each(functions)(
    '$id runs what the tests ran, and logs where nobody else does',
    ({ id, properties }) => {
      expect(properties.Runtime).toBe(`nodejs${process.versions.node.split('.')[0]}.x`);
      expect(properties.Architectures).toEqual(['arm64']);
      expect(properties.LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: `${id}Logs` });
      expect(properties.Role).toBe(`${id}Role.Arn`);
    },
  );

  test('answers texts whatever else the account runs', () => {
    expect(functions.find(({ id }) => id === 'ReceiveText')?.properties.ReservedConcurrentExecutions).toBe(
      20,
    );
  });
});

describe('a role', () => {
  test('of wake-due reads the due index and no document', () => {
    const tables = roles.filter(
      ({ on, actions }) => on === 'WakeDueRole' && actions.some((it) => it.startsWith('dynamodb:')),
    );
    expect(tables.map(({ actions }) => actions)).toEqual([['dynamodb:Query']]);
    expect(tables.flatMap(({ resources }) => resources).every((arn) => arn.endsWith('.Arn/index/due'))).toBe(
      true,
    );
  });

  test('of receive-delivery-status changes no document', () => {
    const actions = roles.filter(({ on }) => on === 'ReceiveDeliveryStatusRole').flatMap((it) => it.actions);
    expect(actions.filter((action) => action.startsWith('dynamodb:'))).toEqual(['dynamodb:GetItem']);
  });

  test('lets only send-message send e-mail, from the address of the settings', () => {
    const senders = roles.filter(({ actions }) => actions.includes('ses:SendEmail'));
    expect(senders.map(({ on }) => on)).toEqual(['SendMessageRole']);
    expect(senders[0]?.resources.map((arn) => arn.split(':').at(-1)).sort()).toEqual([
      'configuration-set/MailConfiguration',
      'identity/checkin@example.org',
      'identity/example.org',
    ]);
  });

  test('reads a secret only where a variable names it', () => {
    for (const { id, properties } of functions) {
      const named = Object.values(properties.Environment.Variables).filter((value) =>
        value.endsWith('Secret'),
      );
      const readable = roles
        .filter(({ on, actions }) => on === `${id}Role` && actions.includes('secretsmanager:GetSecretValue'))
        .flatMap(({ resources }) => resources);
      expect(readable.sort()).toEqual(named.sort());
    }
  });

  test('can be taken on by its function or by the scheduler of this account, by nobody else', () => {
    expect([...new Set(trustStatements(template).flatMap(({ principals }) => principals))]).toEqual([
      'lambda.amazonaws.com',
      'scheduler.amazonaws.com',
    ]);
  });

  test('has no right that is not written in this repository', () => {
    const types = new Set(template.resources.map(({ type }) => type));
    expect(types).not.toContain('AWS::IAM::Policy');
    expect(types).not.toContain('AWS::IAM::ManagedPolicy');
    expect(
      all<{ ManagedPolicyArns?: string[] }>(template, 'AWS::IAM::Role').flatMap(
        (it) => it.properties.ManagedPolicyArns ?? [],
      ),
    ).toEqual([]);
  });
});

describe('the clock', () => {
  type Schedule = { ScheduleExpression: string; Target: { Arn: string; RoleArn: string } };
  const schedules = all<Schedule>(template, 'AWS::Scheduler::Schedule');

  test('wakes what is due every minute by two triggers that fail independently', () => {
    const rules = all<{ ScheduleExpression?: string; Targets: { Arn: string }[] }>(
      template,
      'AWS::Events::Rule',
    );
    expect(rules.find(({ id }) => id === 'WakeDueRule')?.properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Arn: 'WakeDue.Arn' }],
    });
    expect(schedules.find(({ id }) => id === 'WakeDueSchedule')?.properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: 'WakeDue.Arn' },
    });
  });

  test('wakes once more after 30 seconds through a queue that delays', () => {
    const wake = all<{ DelaySeconds?: number }>(template, 'AWS::SQS::Queue').find(
      ({ id }) => id === 'WakeQueue',
    );
    expect(wake?.properties.DelaySeconds).toBe(30);
  });

  test.each(schedules)('$id may call its function', ({ properties }) => {
    const role = properties.Target.RoleArn.replace('.Arn', '');
    expect(roleMay(roles, role, ['lambda:InvokeFunction'], properties.Target.Arn)).toBe(true);
  });

  test('lets the watch look every five minutes', () => {
    expect(schedules.find(({ id }) => id === 'WatchSchedule')?.properties.ScheduleExpression).toBe(
      'rate(5 minutes)',
    );
  });
});
