import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { WakeMessage } from '#shared/contracts/queue-messages.ts';
import { byEvent } from '#shared/lambda/by-event.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { logMetric } from '#shared/lambda/log.ts';
import { emf } from '#shared/lambda/metrics.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { Env } from './env.ts';
import { wakeDue } from './wake-due.ts';

const env = readEnvironment(Env);
const deps = {
  queues: queues(env),
  followUpsDue: dueIndex({ table: env.FOLLOW_UPS_TABLE }),
  casesDue: dueIndex({ table: env.CASES_TABLE }),
  textsDue: dueIndex({ table: env.CONTACTS_TABLE }),
  eventsDue: dueIndex({ table: env.INBOX_TABLE }),
  now: systemClock,
};

const schedule = scheduleHandler(async () => {
  const outcome = await wakeDue(deps, { pass: 'first' });
  logMetric(emf([{ name: 'Tick', unit: 'Count', value: 1 }]));
  return outcome;
});

const queue = sqsWorker(WakeMessage, () => wakeDue(deps, { pass: 'again' }));

export const handler = byEvent({ queue, schedule });
