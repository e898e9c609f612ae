import type { Access, Need } from '../policies/access.ts';
import type { LocalSecrets } from '../secrets/local-secrets.ts';
import { errorReply, jsonOf, jsonReply, textOf, UnknownAwsCall, type AwsService } from './aws-call.ts';

export function secretsService(secrets: LocalSecrets, access: Access): AwsService {
  return {
    needs(call): Need[] {
      if (call.operation !== 'GetSecretValue') throw new UnknownAwsCall(`secretsmanager:${call.operation}`);
      const id = textOf(jsonOf(call)['SecretId']);
      const arn = secrets.arnOf(id) ?? id;
      return [{ action: 'secretsmanager:GetSecretValue', resource: arn }, ...access.keyNeeds(arn, 'read')];
    },
    serve(call) {
      const id = textOf(jsonOf(call)['SecretId']);
      const ARN = secrets.arnOf(id);
      if (ARN === undefined)
        return errorReply(
          'secretsmanager',
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret.",
        );
      return jsonReply({ ARN, Name: ARN, SecretString: secrets.valueOf(ARN), VersionStages: ['AWSCURRENT'] });
    },
  };
}
