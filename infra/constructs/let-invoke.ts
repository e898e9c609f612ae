import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AnyWorker } from './worker.ts';

/** Lets one AWS service call the worker on behalf of one resource. */
export function letInvoke(
  scope: Construct,
  id: string,
  { worker, service, sourceArn }: { worker: AnyWorker; service: string; sourceArn: string },
): void {
  new CfnPermission(scope, `${id}Permission`, {
    action: 'lambda:InvokeFunction',
    functionName: worker.function.functionArn,
    principal: service,
    sourceArn,
  });
}
