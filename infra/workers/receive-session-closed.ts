import { Env } from '#functions/receive-session-closed/env.ts';
import { outcomeOf } from '#infra/constructs/own-metrics.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Takes closed sessions that the agency’s system posts, signed. */
export function addReceiveSessionClosed({ stack, workshop, secrets, inbox, queues, api }: Parts): void {
  const worker = new Worker(stack, 'receive-session-closed', workshop, {
    env: Env,
    impact:
      'Closed sessions are not taken in: these people get no check-in, and nobody notices their silence.',
    grants: {
      EVENTS_SECRET_ARN: secrets.events,
      INBOX_TABLE: inbox.allow('write'),
      INBOX_QUEUE_URL: queues.inbox.send,
    },
  });
  api.route('POST /events', worker);
  workshop.operators.alarm(worker, 'ParkedAlarm', {
    name: 'posted-event-parked',
    article: 'event-parked',
    impact:
      'A closed session could not be read and was set aside: that person gets no check-in until it is sent again, put right.',
    metric: outcomeOf(worker, 'invalid'),
  });
}
