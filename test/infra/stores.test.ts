import { describe, expect, test } from 'vitest';
import { roleStatements } from './policies.ts';
import { aTemplate, all } from './template.ts';

const template = aTemplate();
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

interface TableProperties {
  BillingMode: string;
  DeletionProtectionEnabled: boolean;
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: boolean };
  SSESpecification: { KMSMasterKeyId: string; SSEEnabled: boolean };
  TimeToLiveSpecification: { AttributeName: string; Enabled: boolean };
  KeySchema: { AttributeName: string; KeyType: string }[];
  GlobalSecondaryIndexes?: {
    IndexName: string;
    KeySchema: unknown;
    Projection: { ProjectionType: string };
  }[];
}
const tables = all<TableProperties>(template, 'AWS::DynamoDB::Table');

describe('what is known about a person', () => {
  test('is kept in these five tables', () => {
    expect(ids(tables).sort()).toEqual(['Cases', 'Contacts', 'Facts', 'FollowUps', 'Inbox']);
  });

  test.each(tables)(
    '$id can be restored, cannot be deleted, and is encrypted with the agency’s key',
    (table) => {
      const { properties, deletionPolicy } = table;
      expect(properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
      expect(properties.DeletionProtectionEnabled).toBe(true);
      expect(deletionPolicy).toBe('Retain');
      expect(properties.SSESpecification).toMatchObject({ KMSMasterKeyId: 'DataKey.Arn', SSEEnabled: true });
      expect(properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
      expect(properties.BillingMode).toBe('PAY_PER_REQUEST');
    },
  );

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

interface Encrypted {
  KmsMasterKeyId?: string;
  KmsKeyId?: string;
  KmsKeyIdentifier?: string;
}
const keyOf = (store: Encrypted) =>
  store.KmsMasterKeyId ?? store.KmsKeyId ?? store.KmsKeyIdentifier ?? 'no key';

describe('every other store', () => {
  test('queues, topics, secrets and the bus are encrypted with a key of the agency', () => {
    const keys = ['DataKey.Arn', 'OperationsKey.Arn'];
    const stores = [
      'AWS::SQS::Queue',
      'AWS::SNS::Topic',
      'AWS::SecretsManager::Secret',
      'AWS::Logs::LogGroup',
      'AWS::Events::EventBus',
    ].flatMap((type) => all<Encrypted>(template, type));
    expect(ids(stores.filter(({ properties }) => !keys.includes(keyOf(properties))))).toEqual([]);
  });

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

  test('keys, tables, queues and secrets outlive the stack', () => {
    const kept = ['AWS::KMS::Key', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::SecretsManager::Secret'];
    const lost = template.resources.filter(
      ({ type, deletionPolicy }) => kept.includes(type) && deletionPolicy !== 'Retain',
    );
    expect(ids(lost)).toEqual([]);
  });

  test('keys are renewed every year', () => {
    const keys = all<{ EnableKeyRotation?: boolean }>(template, 'AWS::KMS::Key');
    expect(ids(keys.filter(({ properties }) => !properties.EnableKeyRotation))).toEqual([]);
  });

  test('every log is kept for a time that somebody chose, and outlives the stack', () => {
    const logs = all<{ RetentionInDays?: number }>(template, 'AWS::Logs::LogGroup');
    expect(logs).toHaveLength(12);
    expect(ids(logs.filter(({ properties }) => properties.RetentionInDays === undefined))).toEqual([]);
    expect(ids(logs.filter(({ deletionPolicy }) => deletionPolicy !== 'RetainExceptOnCreate'))).toEqual([]);
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
