import { describe, expect, test } from 'vitest';
import { roleStatements } from './policies.ts';
import { aTemplate, all } from './template.ts';
import { HOLD_NOTHING, keptWrongly, STORES } from './what-is-kept.ts';

const template = aTemplate();
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

interface TableProperties {
  BillingMode: string;
  GlobalSecondaryIndexes?: unknown;
}
const tables = all<TableProperties>(template, 'AWS::DynamoDB::Table');

describe('everything that can hold something', () => {
  test('holds it encrypted, for a time that somebody chose', () => {
    expect(template.resources.flatMap(keptWrongly)).toEqual([]);
  });

  test.each(Object.keys(STORES))('a careless %s is found', (type) => {
    const careless = { id: 'Careless', type, properties: {}, deletionPolicy: undefined, dependsOn: [] };
    expect(keptWrongly(careless)).not.toEqual([]);
    expect(all(template, type)).not.toEqual([]);
  });

  test('is of a type that somebody has thought about', () => {
    const bucket = {
      id: 'Uploads',
      type: 'AWS::S3::Bucket',
      properties: {},
      deletionPolicy: 'Retain',
      dependsOn: [],
    };
    expect(keptWrongly(bucket)).toEqual([
      'Uploads is of a type that nobody has thought about: AWS::S3::Bucket',
    ]);
    const types = new Set(aTemplate({ eventSources: ['111122223333'] }).resources.map(({ type }) => type));
    expect(Object.keys(HOLD_NOTHING).filter((type) => !types.has(type))).toEqual([]);
  });
});

describe('what is known about a person', () => {
  test('is kept in these five tables', () => {
    expect(ids(tables).sort()).toEqual(['Cases', 'Contacts', 'Facts', 'FollowUps', 'Inbox']);
  });

  test.each(tables)('$id is paid for by use', ({ properties }) => {
    expect(properties.BillingMode).toBe('PAY_PER_REQUEST');
  });

  test.each(tables.filter(({ id }) => id !== 'Facts'))('$id has the due index', ({ properties }) => {
    expect(properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'dueShard', KeyType: 'HASH' },
          { AttributeName: 'dueAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });

  test('nobody can change or delete a fact', () => {
    const touching = roleStatements(template).filter(({ resources }) =>
      resources.some((it) => it.startsWith('Facts.')),
    );
    const actions = new Set(touching.flatMap((statement) => statement.actions));
    expect([...actions].sort()).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
  });
});

describe('every other store', () => {
  test('the operators’ topic and the logs, which monitoring may read, share no key with what is about people', () => {
    const uses = template.resources
      .filter(({ properties }) => JSON.stringify(properties).includes('"OperationsKey.Arn"'))
      .map(({ id, type }) => (type === 'AWS::Logs::LogGroup' ? type : id));
    expect([...new Set(uses)].sort()).toEqual([
      'AWS::Logs::LogGroup',
      'AdvanceCaseRole',
      'OperatorsTopic',
      'WatchRole',
    ]);
  });

  test('every function writes to a log of its own, and the way in to one more', () => {
    expect(all(template, 'AWS::Logs::LogGroup')).toHaveLength(12);
  });

  test('no secret has a value that anybody could know', () => {
    type Secret = { GenerateSecretString?: { GenerateStringKey: string }; SecretString?: string };
    const generated = all<Secret>(template, 'AWS::SecretsManager::Secret').map(({ id, properties }) => {
      expect(properties.SecretString).toBeUndefined();
      return [id, properties.GenerateSecretString?.GenerateStringKey];
    });
    expect(Object.fromEntries(generated)).toEqual({
      TwilioSecret: 'authToken',
      EventsSecret: 'current',
      LinkSecret: 'current',
      PepperSecret: 'pepper',
    });
  });
});
