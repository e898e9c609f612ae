import { inbox } from '#shared/adapters/dynamo/inbox.ts';
import { bodies } from '#shared/adapters/dynamo/bodies.ts';
import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { contactsOf, followUpsOf, newCasesOf } from '#shared/adapters/wiring.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { InboxMessage } from '#shared/contracts/queue-messages.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { Env } from './env.ts';
import { startFollowUp } from './start-follow-up.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const contacts = contactsOf(env, settings);
const ports = {
  contacts,
  followUps: followUpsOf(env, settings),
  cases: newCasesOf(env, settings),
  inbox: inbox({ table: env.INBOX_TABLE, inboxDays: settings.retention.inboxDays }),
  bodies: bodies({ table: env.FOLLOW_UPS_TABLE, bodiesDays: settings.retention.bodiesDays }),
  programme: programmeOf(settings, contacts.idOf),
  queues: queues(env),
  now: systemClock,
};
const deps = { ...ports, carryOut: carryOutFollowUp(ports) };

export const handler = sqsWorker(InboxMessage, (message) => startFollowUp(deps, message));
