import * as z from 'zod';
import { LocalStackError } from '../local-stack-error.ts';
import type { Resource, Resources } from '../template/resources.ts';

export type ApiRoute = {
  /** As in the template: `POST /l/{token}` or `$default`. */
  readonly routeKey: string;
  readonly method: string;
  readonly steps: readonly string[];
  readonly functionArn: string;
};

export type MatchedRoute = {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
};

const Route = z.object({ RouteKey: z.string(), Target: z.string() });
const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

/** Throws LocalStackError `unsupported-template` for integrations other than a function with payload 2.0. */
export function gatherRoutes(resources: Resources): ApiRoute[] {
  return resources.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
    const { RouteKey, Target } = Route.parse(resource.properties);
    const [method = '', path = ''] = RouteKey.split(' ');
    return {
      routeKey: RouteKey,
      method: RouteKey === '$default' ? 'ANY' : method,
      steps: path.split('/').slice(1),
      functionArn: functionOf(resources, resource, Target),
    };
  });
}

function functionOf(resources: Resources, route: Resource, target: string): string {
  const integration = resources.byReference(target.replace('integrations/', ''));
  const parsed = Integration.safeParse(integration?.properties);
  if (!parsed.success)
    throw new LocalStackError(
      'unsupported-template',
      route.logicalId,
      `the route ${route.logicalId} leads to ${target}, which is not a function with payload 2.0`,
    );
  // Either the function's ARN or API Gateway's address of it.
  return /arn:aws:lambda:[^/]+/.exec(parsed.data.IntegrationUri.split('/functions/').at(-1) ?? '')?.[0] ?? '';
}

/** API Gateway's order: a full match first, then parameters, then `{proxy+}`, then $default. */
export function matchRoute(
  routes: readonly ApiRoute[],
  method: string,
  path: string,
): MatchedRoute | undefined {
  const steps = path.split('/').slice(1);
  return routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = parametersOf(route, steps);
      return pathParameters ? [{ route, pathParameters }] : [];
    })
    .sort((one, other) => looseness(one.route) - looseness(other.route))[0];
}

const looseness = (route: ApiRoute) =>
  (route.routeKey === '$default' ? 1000 : 0) +
  (route.method === 'ANY' ? 1 : 0) +
  route.steps.reduce((total, step) => total + (step.endsWith('+}') ? 100 : step.startsWith('{') ? 10 : 0), 0);

function parametersOf(route: ApiRoute, steps: readonly string[]): Record<string, string> | undefined {
  if (route.routeKey === '$default') return {};
  const parameters: Record<string, string> = {};
  for (const [index, expected] of route.steps.entries()) {
    const actual = steps[index];
    if (actual === undefined) return undefined;
    if (expected.endsWith('+}')) {
      parameters[expected.slice(1, -2)] = decodeURIComponent(steps.slice(index).join('/'));
      return parameters;
    }
    if (expected.startsWith('{')) parameters[expected.slice(1, -1)] = decodeURIComponent(actual);
    else if (expected !== actual) return undefined;
  }
  return steps.length === route.steps.length ? parameters : undefined;
}
