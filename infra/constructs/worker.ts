import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function,
  type FunctionProps,
  LoggingFormat,
  Runtime,
  RecursiveLoop,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { addDeadLetters } from './dead-letters.ts';
import { type Grant, type GrantsFor, type Right, sendsWith } from './grant.ts';
import { addLogs } from './logs.ts';
import { FIVE_MINUTES, type Operators } from './operators.ts';
import type { WorkQueue } from './work-queue.ts';

/** What every worker of a stack shares. */
export interface Workshop {
  readonly operators: Operators;
  readonly logsKey: IKey;
  readonly dataKey: IKey;
  /** The folder of a function’s bundle. */
  readonly bundleOf: (name: string) => string;
}

export interface WorkerProps<Env extends z.core.$ZodObject> {
  /** Its schema, from functions/<name>/env.ts. */
  readonly env: Env;
  /** Variable and right in one: a forgotten or a stray one does not compile. */
  readonly grants: NoInfer<GrantsFor<Env>>;
  /** What a person loses while this function fails. Printed on its alarm. */
  readonly impact: string;
  readonly timeout?: Duration;
  readonly reservedConcurrency?: number;
  /** It writes to a queue that invokes it, and something else ends that: AWS would stop it after sixteen times. */
  readonly invokesItself?: boolean;
  /** For events that AWS delivers without waiting: where they go after three failures, and what is lost then. */
  readonly parkedImpact?: string;
}

export type AnyWorker = Worker<z.core.$ZodObject>;

/** One function with its role, its log and its alarm. */
export class Worker<Env extends z.core.$ZodObject> extends Construct {
  /** The folder below functions/. */
  readonly name: string;
  /** As in every console and metric. Fixed, so that logs and runbook can speak of it. */
  readonly functionName: string;
  readonly function: Function;
  readonly #policy = new PolicyDocument({ minimize: true });

  constructor(scope: Construct, name: string, workshop: Workshop, props: WorkerProps<Env>) {
    super(scope, pascalCase(name));
    this.name = name;
    this.functionName = `handrail-${name}`;
    const grants = Object.values<Grant<string> | undefined>(props.grants).filter(
      (grant) => grant !== undefined,
    );
    const logs = addLogs(this, workshop.logsKey);
    this.#allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] });
    grants.flatMap(({ rights }) => rights).forEach((right) => this.#allow(right));

    this.function = new Function(this, 'Resource', {
      ...DEFAULTS,
      functionName: this.functionName,
      role: this.#role(),
      code: Code.fromAsset(workshop.bundleOf(name)),
      logGroup: logs,
      environment: Object.fromEntries(grants.map((grant) => [grant.name, grant.value])),
      timeout: props.timeout ?? Duration.seconds(20),
      ...(props.invokesItself && { recursiveLoop: RecursiveLoop.ALLOW }),
      ...(props.reservedConcurrency && { reservedConcurrentExecutions: props.reservedConcurrency }),
      ...(props.parkedImpact && this.#parking(workshop, props.parkedImpact)),
    });
    workshop.operators.alarm(this, 'ErrorsAlarm', {
      name: `${name}-errors`,
      impact: props.impact,
      metric: this.function.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM }),
    });
  }

  /** Takes work from a queue; messages that fail go back alone. `atOnce` bounds how many copies run. */
  consume(queue: WorkQueue<string>, options: { batchSize: number; atOnce?: number }): this {
    queue.consume.forEach((right) => this.#allow(right));
    new EventSourceMapping(this, `From${queue.node.id}`, {
      target: this.function,
      eventSourceArn: queue.queue.queueArn,
      batchSize: options.batchSize,
      reportBatchItemFailures: true,
      ...(options.atOnce && { maxConcurrency: options.atOnce }),
    });
    return this;
  }

  #allow({ actions, resources }: Right): void {
    this.#policy.addStatements(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  #parking({ operators, dataKey: key }: Workshop, parkedImpact: string): Partial<FunctionProps> {
    const deadLetterQueue = addDeadLetters(this, { key, operators, name: this.name, parkedImpact });
    this.#allow({ actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] });
    this.#allow(sendsWith(key));
    return { deadLetterQueue };
  }

  /** Closed to CDK’s own additions: the role holds what is written in this repository and nothing else. */
  #role(): IRole {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Grants: this.#policy },
    });
    return role.withoutPolicyUpdates();
  }
}

const DEFAULTS = {
  runtime: Runtime.NODEJS_24_X,
  architecture: Architecture.ARM_64,
  handler: 'index.handler',
  memorySize: 512,
  loggingFormat: LoggingFormat.JSON,
};

function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
