import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { LocalStackError } from '#infra/local/local-stack-error.ts';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { smallStack, type SmallResources } from './fixtures/small-stack.ts';

async function refusal(templateFile: string, port = 0): Promise<unknown> {
  try {
    await startLocalStack({ templateFile, port, clock: { mode: 'fast' } });
  } catch (error) {
    return error;
  }
  return undefined;
}
const refusalOf = async (resources: SmallResources) => refusal(await smallStack(resources, {}));

const role = (statement: object, more: object = {}) => ({
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Statement: [] },
      Policies: [
        { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'a:B', Resource: '*', ...statement }] } },
      ],
      ...more,
    },
  },
});

describe('the local stack refuses to start, in one readable line,', () => {
  it('without a template', async () => {
    const error = await refusal('/nowhere/Handrail.template.json');
    expect(error).toBeInstanceOf(LocalStackError);
    expect(error).toMatchObject({
      problem: 'missing-file',
      message: '/nowhere/Handrail.template.json is missing: run `npx cdk synth` first',
    });
  });

  it('on a port that another program holds', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const port = Object(other.address()).port;

    const error = await refusal(await smallStack({}, {}), port);
    other.close();

    expect(error).toMatchObject({ problem: 'port-in-use', subject: String(port) });
    expect(String(error)).toContain(`port ${port} is in use by another program`);
  });

  it.each([
    [
      'a type it does not know',
      { Thing: { Type: 'AWS::Foo::Thing' } },
      'unknown-resource-type',
      'Thing of type AWS::Foo::Thing',
    ],
    [
      'a condition it cannot check',
      role({ Condition: { IpAddress: { 'aws:SourceIp': '1.2.3.4' } } }),
      'unsupported-policy',
      'IpAddress on aws:SourceIp',
    ],
    ['a policy by exclusion', role({ NotAction: 'a:B' }), 'unsupported-policy', 'Role'],
    [
      'a policy of AWS it does not know',
      role({}, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
      'unsupported-policy',
      'AdministratorAccess',
    ],
    [
      'an intrinsic it cannot do',
      { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'x' } } } },
      'unsupported-template',
      'Fn::ImportValue',
    ],
    [
      'a schedule in cron',
      {
        R: {
          Type: 'AWS::Events::Rule',
          Properties: { ScheduleExpression: 'cron(0 9 * * ? *)', Targets: [{ Id: 'T', Arn: 'x' }] },
        },
      },
      'unsupported-template',
      'cron(0 9 * * ? *)',
    ],
  ] as const)('over %s', async (_, resources, problem, named) => {
    const error = await refusalOf(resources);
    expect(error).toMatchObject({ problem });
    expect(String(error)).toContain(named);
  });
});
