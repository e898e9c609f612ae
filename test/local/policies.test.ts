import { describe, expect, it } from 'vitest';
import { evaluate, type AccessRequest, type Caller } from '#infra/local/policies/evaluate.ts';
import { readPolicy } from '#infra/local/policies/statement.ts';

const queue = 'arn:aws:sqs:us-east-1:000000000000:work';
const key = 'arn:aws:kms:us-east-1:000000000000:key/k';
const root = { AWS: 'arn:aws:iam::000000000000:root' };

const policy = (...statements: object[]) =>
  readPolicy('a policy', {
    Statement: statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement })),
  });
const aRole = (...statements: object[]): Caller => ({
  kind: 'role',
  arn: 'arn:aws:iam::000000000000:role/worker',
  statements: policy(...statements),
});
const events: Caller = { kind: 'service', service: 'events.amazonaws.com' };

const send = (caller: Caller, more: Partial<AccessRequest> = {}) =>
  evaluate({
    caller,
    action: 'sqs:SendMessage',
    resource: queue,
    context: { 'aws:SecureTransport': ['true'] },
    resourcePolicy: [],
    ...more,
  }).allowed;

describe('a role', () => {
  it.each([
    ['an action by name', { Action: 'sqs:SendMessage', Resource: queue }, true],
    ['an action by wildcard, whatever its case', { Action: 'SQS:Send*' }, true],
    ['a resource by wildcard', { Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:w?rk' }, true],
    ['another queue', { Action: 'sqs:SendMessage', Resource: `${queue}-2` }, false],
    ['another action', { Action: 'sqs:ReceiveMessage', Resource: queue }, false],
  ])('that is allowed %s', (_, statement, allowed) => {
    expect(send(aRole(statement))).toBe(allowed);
  });

  it('is stopped by one Deny, whoever allows', () => {
    const deny = { Effect: 'Deny', Action: 'sqs:SendMessage', Principal: '*' };
    const insecure = { ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const allowed = aRole({ Action: 'sqs:*' });

    expect(send(allowed, { resourcePolicy: policy(insecure) })).toBe(true);
    expect(send(allowed, { resourcePolicy: policy(deny) })).toBe(false);
    expect(send(aRole({ Action: 'sqs:*' }, { ...deny, Principal: undefined }))).toBe(false);
  });

  it('needs a key that admits the account before its own policies count', () => {
    const decrypt = { action: 'kms:Decrypt', resource: key };
    const role = aRole({ Action: 'kms:Decrypt', Resource: key });

    expect(send(role, decrypt)).toBe(false);
    expect(send(role, { ...decrypt, resourcePolicy: policy({ Action: 'kms:*', Principal: root }) })).toBe(
      true,
    );
    expect(send(aRole(), { ...decrypt, resourcePolicy: policy({ Action: 'kms:*', Principal: root }) })).toBe(
      false,
    );
  });

  it('reads only the keys that it is limited to', () => {
    const limited = aRole({
      Action: 'dynamodb:GetItem',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['case#*'] } },
    });
    const get = (leading: string) =>
      send(limited, { action: 'dynamodb:GetItem', context: { 'dynamodb:LeadingKeys': [leading] } });

    expect([get('case#1'), get('contact#1')]).toEqual([true, false]);
  });
});

describe('a service', () => {
  const allow = { Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' } };
  const onlyRule = { ...allow, Condition: { ArnEquals: { 'aws:SourceArn': 'arn:rule/ours' } } };
  const from = (arn: string) => ({ context: { 'aws:SourceArn': [arn] }, resourcePolicy: policy(onlyRule) });

  it('is let in by the resource’s policy alone, for the source that it names', () => {
    expect(send(events)).toBe(false);
    expect(send(events, { resourcePolicy: policy(allow) })).toBe(true);
    expect(send({ kind: 'service', service: 's3.amazonaws.com' }, { resourcePolicy: policy(allow) })).toBe(
      false,
    );
    expect([send(events, from('arn:rule/ours')), send(events, from('arn:rule/other'))]).toEqual([
      true,
      false,
    ]);
  });
});
