import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LocalStackError } from '../local-stack-error.ts';
import { REGION } from '../template/identities.ts';
import type { Resource, Resources } from '../template/resources.ts';
import type { FunctionSpec } from './local-function.ts';

const FunctionProperties = z.object({
  Handler: z.string(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string() }),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  ReservedConcurrentExecutions: z.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
  LoggingConfig: z.object({ LogFormat: z.string().optional() }).optional(),
});

export type FunctionSurroundings = {
  readonly assetFolders: ReadonlyMap<string, string>;
  readonly awsUrl: string;
  /** Takes the place of what the template gives these variables, where it has them. */
  readonly standIns: Readonly<Record<string, string>>;
  readonly concurrency: number;
};

/** Every function of the template. Throws LocalStackError `missing-file` for one without its bundle. */
export function gatherFunctions(resources: Resources, around: FunctionSurroundings): FunctionSpec[] {
  return resources.ofType('AWS::Lambda::Function').map((resource) => specOf(resource, around));
}

function specOf(resource: Resource, around: FunctionSurroundings): FunctionSpec {
  const parsed = FunctionProperties.safeParse(resource.properties);
  if (!parsed.success)
    throw new LocalStackError(
      'unsupported-template',
      resource.logicalId,
      `the function ${resource.logicalId} cannot be run locally: ${z.prettifyError(parsed.error)}`,
    );
  const properties = parsed.data;
  const assetFolder = around.assetFolders.get(properties.Code.S3Key);
  if (assetFolder === undefined || !existsSync(join(assetFolder, 'index.mjs')))
    throw new LocalStackError(
      'missing-file',
      resource.logicalId,
      `the bundle of ${resource.name} is missing (${assetFolder ?? properties.Code.S3Key}): run \`npx cdk synth\``,
    );
  const spec = {
    name: resource.ref,
    nameInCode: resource.name,
    arn: resource.attributes['Arn'] ?? '',
    roleArn: properties.Role,
    timeoutMs: properties.Timeout * 1000,
    memoryMb: properties.MemorySize,
    handler: properties.Handler.split('.').at(-1) ?? 'handler',
    assetFolder,
    ...(properties.DeadLetterConfig && { deadLetterArn: properties.DeadLetterConfig.TargetArn }),
    concurrency: Math.min(around.concurrency, properties.ReservedConcurrentExecutions ?? Infinity),
  };
  const logFormat = properties.LoggingConfig?.LogFormat;
  return {
    ...spec,
    environment: {
      ...runtimeEnvironment(resource.logicalId, spec, around.awsUrl),
      ...(logFormat !== undefined && { AWS_LAMBDA_LOG_FORMAT: logFormat }),
      ...withStandIns(properties.Environment?.Variables ?? {}, around.standIns),
    },
  };
}

const withStandIns = (
  variables: Readonly<Record<string, string>>,
  standIns: Readonly<Record<string, string>>,
) => Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, standIns[name] ?? value]));

/** What Lambda's runtime sets; the access key is the function's logical id, by which the gateway knows who calls. */
function runtimeEnvironment(
  logicalId: string,
  spec: { name: string; memoryMb: number },
  awsUrl: string,
): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ENDPOINT_URL: awsUrl,
    AWS_ACCESS_KEY_ID: logicalId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    TZ: ':UTC',
  };
}
