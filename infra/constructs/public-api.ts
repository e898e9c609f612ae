import { Aws, Lazy } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Grant, plain } from './grant.ts';
import { addLogs } from './logs.ts';
import { letInvoke } from './let-invoke.ts';
import { FIVE_MINUTES, type Operators } from './operators.ts';
import { countStatus } from './status-metric.ts';
import type { AnyWorker } from './worker.ts';

/** Requests a second over all routes that have no throttle of their own, and how many may come at once. */
const LOW = { rate: 20, burst: 40 };
/** Twilio does not slow down when refused: a text that it cannot hand over in time is lost to the fallback, or for good. */
const CARRIER = { rate: 1_000, burst: 2_000 };

/** Never path, query or address: a signed link is a credential, and an address is a person. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLatency: '$context.responseLatency',
  integrationErrorMessage: '$context.integrationErrorMessage',
};

export interface CarrierRouteProps {
  /** The route’s name in alarms, such as `twilio-text`. */
  readonly name: string;
  /** What a person loses when a request is refused (4xx). */
  readonly refusedImpact: string;
  /** What a person loses when a request fails (5xx). */
  readonly failedImpact: string;
}

/** Everything that comes in over HTTPS. API Gateway lets everybody in: every function checks a signature. */
export class PublicApi extends Construct {
  readonly url: Grant<'PUBLIC_URL'>;
  readonly #api: CfnApi;
  readonly #stage: CfnStage;
  readonly #accessLog: LogGroup;
  readonly #operators: Operators;
  readonly #throttles: Record<string, object> = {};
  readonly #integrations = new Map<string, string>();

  constructor(
    scope: Construct,
    props: { operators: Operators; logsKey: IKey; publicUrl: string | undefined },
  ) {
    super(scope, 'PublicApi');
    this.#operators = props.operators;
    this.#accessLog = addLogs(this, props.logsKey);
    this.#api = new CfnApi(this, 'Resource', { name: 'handrail', protocolType: 'HTTP' });
    this.#stage = new CfnStage(this, 'Stage', {
      apiId: this.#api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destinationArn: this.#accessLog.logGroupArn,
        format: JSON.stringify(ACCESS_LOG),
      },
      defaultRouteSettings: { throttlingRateLimit: LOW.rate, throttlingBurstLimit: LOW.burst },
      routeSettings: Lazy.any({ produce: () => this.#throttles }),
    });
    this.url = plain('PUBLIC_URL', props.publicUrl?.replace(/\/+$/, '') ?? this.#api.attrApiEndpoint);
    this.#alarmOnFailures();
  }

  /** `routeKey` as API Gateway writes it: `GET /l/{token}`. */
  route(routeKey: string, worker: AnyWorker): this {
    const route = new CfnRoute(this, routeId(routeKey), {
      apiId: this.#api.ref,
      routeKey,
      target: `integrations/${this.#integrationOf(worker)}`,
    });
    this.#letInvoke(routeKey, worker);
    // A stage with settings for a route that does not exist yet is refused by API Gateway.
    this.#stage.addResourceDependency(route);
    return this;
  }

  /** A route that only Twilio calls: exempt from the low throttle, and its first refusal or failure raises an alarm. */
  carrierRoute(routeKey: string, worker: AnyWorker, props: CarrierRouteProps): this {
    this.#throttles[routeKey] = { ThrottlingRateLimit: CARRIER.rate, ThrottlingBurstLimit: CARRIER.burst };
    this.#alarmOnStatus(routeKey, { name: `${props.name}-4xx`, status: '4xx', impact: props.refusedImpact });
    this.#alarmOnStatus(routeKey, { name: `${props.name}-5xx`, status: '5xx', impact: props.failedImpact });
    return this.route(routeKey, worker);
  }

  #integrationOf(worker: AnyWorker): string {
    const known = this.#integrations.get(worker.name);
    if (known !== undefined) return known;
    const integration = new CfnIntegration(this, `${worker.node.id}Integration`, {
      apiId: this.#api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: worker.function.functionArn,
      payloadFormatVersion: '2.0',
    });
    this.#integrations.set(worker.name, integration.ref);
    return integration.ref;
  }

  #letInvoke(routeKey: string, worker: AnyWorker): void {
    const [method, path] = routeKey.split(' ');
    letInvoke(this, routeId(routeKey), {
      worker,
      service: 'apigateway.amazonaws.com',
      sourceArn: `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${this.#api.ref}/*/${method}${path}`,
    });
  }

  #alarmOnStatus(routeKey: string, props: { name: string; status: '4xx' | '5xx'; impact: string }): void {
    const { name, status, impact } = props;
    const id = `${routeId(routeKey)}${status}`;
    const metric = countStatus(this, id, { accessLog: this.#accessLog, name, routeKey, status });
    this.#operators.alarm(this, `${id}Alarm`, { name, impact, metric });
  }

  #alarmOnFailures(): void {
    this.#operators.alarm(this, 'FailuresAlarm', {
      name: 'public-api-5xx',
      impact:
        'Something that came in from outside was not taken: a closed session, a text, a receipt or a press on a link.',
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: this.#api.ref },
        statistic: Stats.SUM,
        period: FIVE_MINUTES,
      }),
    });
  }
}

/** `POST /twilio/text` becomes `PostTwilioText`. */
function routeId(routeKey: string): string {
  return routeKey
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
