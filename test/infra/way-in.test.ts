import { describe, expect, test } from 'vitest';
import { resourceStatements } from './policies.ts';
import { aTemplate, all } from './template.ts';

const template = aTemplate();

interface StageProperties {
  AccessLogSettings: { DestinationArn: string; Format: string };
  DefaultRouteSettings: { ThrottlingRateLimit: number; ThrottlingBurstLimit: number };
  RouteSettings: Record<string, { ThrottlingRateLimit: number }>;
}
const [stage] = all<StageProperties>(template, 'AWS::ApiGatewayV2::Stage');
const routes = all<{ RouteKey: string; Target: string }>(template, 'AWS::ApiGatewayV2::Route');

describe('what comes in over HTTPS', () => {
  test('comes in on these routes', () => {
    const integrations = all<{ IntegrationUri: string }>(template, 'AWS::ApiGatewayV2::Integration');
    const functionOf = (target: string) =>
      integrations
        .find(({ id }) => target === `integrations/${id}`)
        ?.properties.IntegrationUri.replace('.Arn', '');
    expect(
      Object.fromEntries(
        routes.map(({ properties }) => [properties.RouteKey, functionOf(properties.Target)]),
      ),
    ).toEqual({
      'POST /events': 'ReceiveSessionClosed',
      'POST /twilio/text': 'ReceiveText',
      'POST /twilio/text-fallback': 'ReceiveTextFallback',
      'POST /twilio/status': 'ReceiveDeliveryStatus',
      'GET /l/{token}': 'ServeLink',
      'POST /l/{token}': 'ServeLink',
      'GET /u/{token}': 'ServeLink',
      'POST /u/{token}': 'ServeLink',
    });
  });

  test('is logged without path, query, address or anything else that is about a person', () => {
    const fields: Record<string, string> = JSON.parse(stage?.properties.AccessLogSettings.Format ?? '{}');
    expect(Object.values(fields).sort()).toEqual([
      '$context.integrationErrorMessage',
      '$context.requestId',
      '$context.responseLatency',
      '$context.routeKey',
      '$context.status',
    ]);
  });

  test('is throttled low, but for Twilio, which would lose texts', () => {
    const low = stage?.properties.DefaultRouteSettings.ThrottlingRateLimit ?? Infinity;
    expect(low).toBeLessThanOrEqual(50);
    const exempt = Object.entries(stage?.properties.RouteSettings ?? {});
    expect(exempt.map(([route]) => route)).toEqual([
      'POST /twilio/text',
      'POST /twilio/text-fallback',
      'POST /twilio/status',
    ]);
    expect(exempt.every(([, settings]) => settings.ThrottlingRateLimit >= 20 * low)).toBe(true);
  });

  test('waits for its routes, or API Gateway would refuse their throttles', () => {
    expect([...(stage?.dependsOn ?? [])].sort()).toEqual(routes.map(({ id }) => id).sort());
  });

  test.each([
    ['POST /twilio/text', '4xx'],
    ['POST /twilio/text', '5xx'],
    ['POST /twilio/text-fallback', '4xx'],
    ['POST /twilio/text-fallback', '5xx'],
    ['POST /twilio/status', '4xx'],
    ['POST /twilio/status', '5xx'],
  ])('alarms at the first %s answered with %s', (route, status) => {
    const pattern = `{ ($.routeKey = "${route}") && ($.status = "${status.charAt(0)}*") }`;
    const filters = all<{
      FilterPattern: string;
      LogGroupName: string;
      MetricTransformations: { MetricName: string; MetricNamespace: string }[];
    }>(template, 'AWS::Logs::MetricFilter');
    const filter = filters.find(({ properties }) => properties.FilterPattern === pattern);
    const metric = filter?.properties.MetricTransformations[0];
    expect(`${filter?.properties.LogGroupName}.Arn`).toBe(stage?.properties.AccessLogSettings.DestinationArn);
    const alarm = all<{ MetricName: string; Namespace: string; Threshold: number }>(
      template,
      'AWS::CloudWatch::Alarm',
    ).find(({ properties }) => properties.MetricName === metric?.MetricName);
    expect(alarm?.properties).toMatchObject({ Namespace: metric?.MetricNamespace, Threshold: 1 });
  });

  test('the operator is told the addresses to put into Twilio, retried on every failure', () => {
    expect(template.outputs['TwilioTextUrl']?.Value).toBe('PublicApi.ApiEndpoint/twilio/text#rc=3&rp=all');
    expect(template.outputs['TwilioTextFallbackUrl']?.Value).toBe(
      'PublicApi.ApiEndpoint/twilio/text-fallback#rc=3&rp=all',
    );
  });

  test('a domain of the agency’s own is used for links, without a slash too many', () => {
    const own = aTemplate({ publicUrl: 'https://care.example.org/' });
    const fn = all<{ Environment: { Variables: Record<string, string> } }>(own, 'AWS::Lambda::Function').find(
      ({ id }) => id === 'ServeLink',
    );
    expect(fn?.properties.Environment.Variables['PUBLIC_URL']).toBe('https://care.example.org');
  });
});

describe('nothing is public', () => {
  test.each(['AWS::SQS::Queue', 'AWS::SNS::Topic'])(
    'every %s refuses what does not come over TLS',
    (type) => {
      const refusing = resourceStatements(template)
        .filter(
          ({ effect, condition }) =>
            effect === 'Deny' && condition['Bool']?.['aws:SecureTransport'] === 'false',
        )
        .map(({ on }) => on);
      expect(all(template, type).filter(({ id }) => !refusing.includes(id))).toEqual([]);
    },
  );

  test('other accounts put closed sessions on the bus only if the settings name them', () => {
    expect(all(template, 'AWS::Events::EventBusPolicy')).toEqual([]);
    const [statement] = resourceStatements(aTemplate({ eventSources: ['111122223333'] })).filter(
      ({ on }) => on === 'EventBus',
    );
    expect(statement).toMatchObject({
      effect: 'Allow',
      actions: ['events:PutEvents'],
      principals: ['arn:${AWS::Partition}:iam::111122223333:root'],
      condition: { StringEquals: { 'events:source': 'handrail.agency' } },
    });
  });

  test('there is no network, no custom resource and nothing of a type that does not run on one machine', () => {
    expect([...new Set(template.resources.map(({ type }) => type))].sort()).toEqual([
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::ApiGatewayV2::Stage',
      'AWS::CloudWatch::Alarm',
      'AWS::DynamoDB::Table',
      'AWS::Events::EventBus',
      'AWS::Events::Rule',
      'AWS::IAM::Role',
      'AWS::KMS::Key',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::Function',
      'AWS::Lambda::Permission',
      'AWS::Logs::LogGroup',
      'AWS::Logs::MetricFilter',
      'AWS::SES::ConfigurationSet',
      'AWS::SES::ConfigurationSetEventDestination',
      'AWS::SNS::Subscription',
      'AWS::SNS::Topic',
      'AWS::SNS::TopicPolicy',
      'AWS::SQS::Queue',
      'AWS::SQS::QueuePolicy',
      'AWS::Scheduler::Schedule',
      'AWS::SecretsManager::Secret',
    ]);
  });
});

describe('staff', () => {
  test('each step of the ladder has a topic with its person behind it, and no address in a name', () => {
    const subscriptions = all<{ TopicArn: string; Protocol: string; Endpoint: string }>(
      template,
      'AWS::SNS::Subscription',
    );
    expect(subscriptions.map(({ id, properties }) => [id, properties.TopicArn, properties.Endpoint])).toEqual(
      [
        ['OperatorsOperator1', 'OperatorsTopic', 'operators@example.org'],
        ['AlertStep1TopicEmail', 'AlertStep1Topic', 'robin.ellis@example.org'],
        ['AlertStep1TopicSms', 'AlertStep1Topic', '+14105550120'],
        ['AlertStep2TopicEmail', 'AlertStep2Topic', 'dana.reyes@example.org'],
        ['AlertStep2TopicSms', 'AlertStep2Topic', '+14105550131'],
      ],
    );
  });
});
