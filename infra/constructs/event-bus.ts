import { Aws } from 'aws-cdk-lib';
import {
  type CfnEventBus,
  CfnEventBusPolicy,
  EventBus,
  type IRuleTarget,
  Rule,
} from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Grant } from './grant.ts';
import type { WorkQueue } from './work-queue.ts';

/** Events of the agency’s own systems carry this source, events that Handrail sends out carry `handrail`. */
const AGENCY_SOURCE = 'handrail.agency';

/** The bus that closed sessions come in on and outcomes go out on. `sources`: other accounts that may put closed sessions. */
export function addEventBus(
  scope: Construct,
  props: { key: IKey; inbox: WorkQueue<string>; sources: readonly string[] },
): Grant<'EVENT_BUS_NAME'> {
  const bus = new EventBus(scope, 'EventBus', {
    eventBusName: 'handrail',
    description: 'Closed sessions come in here, outcomes go out',
  });
  letSend(props.inbox.deadLetters, bus.eventBusArn);
  // Set below the construct: its own properties would add statements that do not name the bus.
  const resource = bus.node.defaultChild as CfnEventBus; // CDK types it as IConstruct
  resource.kmsKeyIdentifier = props.key.keyArn;
  resource.deadLetterConfig = { arn: props.inbox.deadLetters.queueArn };

  new Rule(scope, 'ClosedSessionsRule', {
    eventBus: bus,
    description: 'Closed sessions from the agency’s systems',
    eventPattern: { source: [AGENCY_SOURCE] },
    targets: [intoQueue(props.inbox)],
  });
  props.sources.forEach((account) => letAccountPut(scope, bus, account));
  return {
    name: 'EVENT_BUS_NAME',
    value: bus.eventBusName,
    rights: [{ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }],
  };
}

/** Written out, because the ready-made target lets EventBridge use the key through a statement without the rule’s name. */
function intoQueue({ queue, deadLetters }: WorkQueue<string>): IRuleTarget {
  return {
    bind: (rule) => {
      letSend(queue, rule.ruleRef.ruleArn);
      letSend(deadLetters, rule.ruleRef.ruleArn);
      return { arn: queue.queueArn, deadLetterConfig: { arn: deadLetters.queueArn } };
    },
  };
}

function letSend(queue: Queue, sourceArn: string): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': sourceArn } },
    }),
  );
}

function letAccountPut(scope: Construct, bus: EventBus, account: string): void {
  new CfnEventBusPolicy(scope, `Source${account}`, {
    eventBusName: bus.eventBusName,
    statementId: `source-${account}`,
    statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:${Aws.PARTITION}:iam::${account}:root` },
      Action: 'events:PutEvents',
      Resource: bus.eventBusArn,
      Condition: { StringEquals: { 'events:source': AGENCY_SOURCE } },
    },
  });
}
