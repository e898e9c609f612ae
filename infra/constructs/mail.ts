import { Aws } from 'aws-cdk-lib';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Settings } from '#shared/contracts/settings.ts';
import type { Grant, Right } from './grant.ts';

export interface Mail {
  readonly send: Grant<'SES_CONFIGURATION_SET'>;
  /** SES publishes what became of a mail on the account’s default bus. */
  readonly receipts: EventPattern;
}

/** E-mail through SES. The sending identity is proven by hand, in DNS; here is only how its mails are watched. */
export function addMail(scope: Construct, email: Settings['email']): Mail {
  const set = new CfnConfigurationSet(scope, 'MailConfiguration', {
    deliveryOptions: { tlsPolicy: 'REQUIRE' },
    reputationOptions: { reputationMetricsEnabled: true },
    suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
  new CfnConfigurationSetEventDestination(scope, 'MailReceipts', {
    configurationSetName: set.ref,
    eventDestination: {
      enabled: true,
      // No opens and no clicks: what a client does with a mail is not watched.
      matchingEventTypes: ['delivery', 'bounce', 'complaint', 'reject', 'renderingFailure', 'deliveryDelay'],
      eventBridgeDestination: {
        eventBusArn: `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`,
      },
    },
  });
  return {
    send: {
      name: 'SES_CONFIGURATION_SET',
      value: set.ref,
      rights: email ? [sendFrom(email.from, set.ref)] : [],
    },
    receipts: { source: ['aws.ses'], detail: { mail: { tags: { 'ses:configuration-set': [set.ref] } } } },
  };
}

/** SES looks at the identity that was proven: the address itself, or else its domain. */
function sendFrom(address: string, set: string): Right {
  const ses = `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}`;
  const domain = address.slice(address.indexOf('@') + 1);
  return {
    actions: ['ses:SendEmail'],
    resources: [`${ses}:identity/${address}`, `${ses}:identity/${domain}`, `${ses}:configuration-set/${set}`],
  };
}
