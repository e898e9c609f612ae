import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { decryptsWith, type Grant } from './grant.ts';

/** 62^48 values; letters and digits only, so that it survives being pasted. */
const GENERATED = { passwordLength: 48, excludePunctuation: true };

export type Secrets = ReturnType<typeof addSecrets>;

/** Each grant lets a function read that one secret. */
export function addSecrets(scope: Construct, key: IKey) {
  return {
    // Until the operator puts in the real one the token is random, so that nobody can sign a webhook with a known one.
    twilio: aSecret(scope, 'TwilioSecret', 'TWILIO_SECRET_ARN', key, {
      description:
        'Twilio: put in the accountSid and authToken of your account by hand; previousAuthToken while rotating',
      template: { accountSid: `AC${'0'.repeat(32)}` },
      generated: 'authToken',
    }),
    events: aSecret(scope, 'EventsSecret', 'EVENTS_SECRET_ARN', key, {
      description:
        'Signs closed sessions that come in over HTTP; give it to the agency’s system; previous while rotating',
      generated: 'current',
    }),
    links: aSecret(scope, 'LinkSecret', 'LINK_SECRET_ARN', key, {
      description: 'Signs the links in messages and alerts; previous while rotating',
      generated: 'current',
    }),
    pepper: aSecret(scope, 'PepperSecret', 'PEPPER_SECRET_ARN', key, {
      description:
        'Turns phone numbers into keys. Never change it: every contact, and every STOP, would be forgotten',
      generated: 'pepper',
    }),
  };
}

function aSecret<Name extends string>(
  scope: Construct,
  id: string,
  variable: Name,
  key: IKey,
  props: { description: string; template?: object; generated: string },
): Grant<Name> {
  const secret = new Secret(scope, id, {
    description: props.description,
    encryptionKey: key,
    generateSecretString: {
      ...GENERATED,
      secretStringTemplate: JSON.stringify(props.template ?? {}),
      generateStringKey: props.generated,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const read = { actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] };
  return { name: variable, value: secret.secretArn, rights: [read, decryptsWith(key)] };
}
