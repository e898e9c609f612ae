import type { Engines } from '../engines.ts';
import type { EventBuses } from '../events/event-buses.ts';
import type { Tell } from '../happening.ts';
import type { LocalFunctions } from '../lambda/start-functions.ts';
import type { LocalStackOptions } from '../local-stack.ts';
import type { LocalMail } from '../mail/local-mail.ts';
import type { Access } from '../policies/access.ts';
import type { Pumps } from '../queues/start-pumps.ts';
import type { LocalSecrets } from '../secrets/local-secrets.ts';
import { plainItem } from '../tables/plain-item.ts';
import type { Resources } from '../template/resources.ts';
import type { StaffPhones } from '../topics/staff-phones.ts';
import { dynamoDbService } from './dynamodb-service.ts';
import { eventsService } from './events-service.ts';
import { s3Service } from './s3-service.ts';
import { secretsService } from './secrets-service.ts';
import { sesService } from './ses-service.ts';
import { snsService } from './sns-service.ts';
import { sqsService } from './sqs-service.ts';
import type { Gateway } from './start-gateway.ts';

export type GatewayParts = {
  readonly resources: Resources;
  readonly engines: Engines;
  readonly access: Access;
  readonly functions: LocalFunctions;
  readonly secrets: LocalSecrets;
  readonly mail: LocalMail;
  readonly buses: EventBuses;
  readonly phones: StaffPhones;
  readonly pumps: Pumps;
  readonly tell: Tell;
};

/** Puts the services behind the gateway. */
export function openGateway(
  gateway: Gateway,
  parts: GatewayParts,
  { factsTable = 'Facts' }: LocalStackOptions,
): void {
  const { resources, engines, access, functions, secrets, mail, buses, phones, pumps, tell } = parts;
  const identities = resources.ofType('AWS::SES::EmailIdentity').map((identity) => identity.ref);
  const services = {
    dynamodb: dynamoDbService(engines.dynamo, engines.tables, access, engines.due, {
      onWrite: engines.due.wroteTo,
      onItemPut: (table, item) => {
        if (table.nameInCode === factsTable) tell({ kind: 'fact', item: plainItem(item) });
      },
    }),
    sqs: sqsService(engines.fauxqs, access, pumps.kick),
    sns: snsService(engines.fauxqs, access, phones.deliver),
    events: eventsService(buses),
    secretsmanager: secretsService(secrets, access),
    s3: s3Service(engines.fauxqs),
    ses: sesService(mail, identities),
  };
  gateway.open(services, access, (accessKey) => {
    const caller = functions.byAccessKey(accessKey)?.spec;
    return caller && { role: caller.roleArn, name: caller.nameInCode };
  });
}
