import { all, type Found, type TemplateUnderTest } from './template.ts';

/** One statement of any policy of the template, with lists where CloudFormation allows a single value. */
export interface Statement {
  /** The resource that the policy stands on. */
  readonly on: string;
  readonly resourceType: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

interface RawStatement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: string | string[];
  Principal?: string | Record<string, string | string[]>;
  Condition?: Statement['condition'];
}
interface Document {
  Statement: RawStatement[];
}

/** What each role may do. */
export function roleStatements(template: TemplateUnderTest): Statement[] {
  return all<{ Policies?: { PolicyDocument: Document }[] }>(template, 'AWS::IAM::Role').flatMap((role) =>
    (role.properties.Policies ?? []).flatMap(({ PolicyDocument }) => read(role, role.id, PolicyDocument)),
  );
}

/** Who may do what with a queue, a topic, a key or a bus: what stands on the resource itself. */
export function resourceStatements(template: TemplateUnderTest): Statement[] {
  return [
    ...all<{ Queues: string[]; PolicyDocument: Document }>(template, 'AWS::SQS::QueuePolicy').flatMap(
      (policy) =>
        policy.properties.Queues.flatMap((queue) => read(policy, queue, policy.properties.PolicyDocument)),
    ),
    ...all<{ Topics: string[]; PolicyDocument: Document }>(template, 'AWS::SNS::TopicPolicy').flatMap(
      (policy) =>
        policy.properties.Topics.flatMap((topic) => read(policy, topic, policy.properties.PolicyDocument)),
    ),
    ...all<{ KeyPolicy: Document }>(template, 'AWS::KMS::Key').flatMap((key) =>
      read(key, key.id, key.properties.KeyPolicy),
    ),
    ...all<{ EventBusName: string; Statement: RawStatement }>(
      template,
      'AWS::Events::EventBusPolicy',
    ).flatMap((policy) =>
      read(policy, policy.properties.EventBusName, { Statement: [policy.properties.Statement] }),
    ),
  ];
}

export function trustStatements(template: TemplateUnderTest): Statement[] {
  return all<{ AssumeRolePolicyDocument: Document }>(template, 'AWS::IAM::Role').flatMap((role) =>
    read(role, role.id, role.properties.AssumeRolePolicyDocument),
  );
}

function read(holder: Found<unknown>, on: string, document: Document): Statement[] {
  return document.Statement.map((raw) => ({
    on,
    resourceType: holder.type,
    effect: raw.Effect,
    actions: [raw.Action].flat(),
    resources: [raw.Resource ?? []].flat(),
    principals:
      typeof raw.Principal === 'string' ? [raw.Principal] : Object.values(raw.Principal ?? {}).flat(),
    condition: raw.Condition ?? {},
  }));
}

/** Whether a role’s statements allow every one of the actions on the resource. Exact: wildcards are not understood. */
export function roleMay(
  statements: readonly Statement[],
  role: string,
  actions: readonly string[],
  resource: string,
) {
  return actions.every((action) =>
    statements.some(
      (statement) =>
        statement.on === role &&
        statement.effect === 'Allow' &&
        statement.actions.includes(action) &&
        statement.resources.includes(resource),
    ),
  );
}
