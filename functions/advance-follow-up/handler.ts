import { bodies } from '#shared/adapters/dynamo/bodies.ts';
import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { contactsOf, followUpsOf } from '#shared/adapters/wiring.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { FollowUpMessage } from '#shared/contracts/queue-messages.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { logMetric } from '#shared/lambda/log.ts';
import { emf } from '#shared/lambda/metrics.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { advanceFollowUp } from './advance-follow-up.ts';
import { Env } from './env.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const contacts = contactsOf(env, settings);
const ports = {
  contacts,
  followUps: followUpsOf(env, settings, ({ bytes }) =>
    logMetric(emf([{ name: 'DocumentBytes', unit: 'Bytes', value: bytes }])),
  ),
  programme: programmeOf(settings, contacts.idOf),
  queues: queues(env),
  bodies: bodies({ table: env.FOLLOW_UPS_TABLE, bodiesDays: settings.retention.bodiesDays }),
  now: systemClock,
};
const deps = { ...ports, carryOut: carryOutFollowUp(ports) };

export const handler = sqsWorker(FollowUpMessage, (message) => advanceFollowUp(deps, message));
