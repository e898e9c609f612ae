import { signedLinks } from '#shared/adapters/links.ts';
import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { rotatingSecret, secret } from '#shared/adapters/secrets.ts';
import { snsAlerts } from '#shared/adapters/sns/alerts.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { casesOf } from '#shared/adapters/wiring.ts';
import { CaseMessage } from '#shared/contracts/queue-messages.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { advanceOneCase } from './advance-case.ts';
import { carryOutCase } from './carry-out.ts';
import { Env } from './env.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const ports = {
  cases: casesOf(env, settings),
  // The ladder needs no contact ids, so this function needs no pepper.
  programme: programmeOf({ ...settings, sending: { mode: 'off' } }, () => Promise.resolve('')),
  alerts: snsAlerts({ stepTopics: env.ALERT_TOPIC_ARNS.split(','), operatorsTopic: env.OPERATORS_TOPIC_ARN }),
  links: signedLinks({ secret: secret(env.LINK_SECRET_ARN, rotatingSecret), publicUrl: env.PUBLIC_URL }),
  queues: queues(env),
  now: systemClock,
};
const deps = { ...ports, carryOut: carryOutCase(ports) };

export const handler = sqsWorker(CaseMessage, (message) => advanceOneCase(deps, message));
