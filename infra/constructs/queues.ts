import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Operators } from './operators.ts';
import { WorkQueue } from './work-queue.ts';

export type Queues = ReturnType<typeof addQueues>;

/** Standard, not FIFO: a client’s STOP must not wait behind that client’s poison message. */
export function addQueues(scope: Construct, key: IKey, operators: Operators) {
  const common = { key, operators };
  return {
    inbox: new WorkQueue(scope, 'InboxQueue', {
      ...common,
      variable: 'INBOX_QUEUE_URL',
      name: 'inbox-queue',
      parkedImpact:
        'A closed session was not taken in: that person gets no check-in, and nobody notices their silence.',
      lateImpact: 'Closed sessions wait: the first check-in of people who hung up minutes ago is late.',
      lateAfter: Duration.minutes(5),
    }),
    followUps: new WorkQueue(scope, 'FollowUpQueue', {
      ...common,
      variable: 'FOLLOW_UP_QUEUE_URL',
      name: 'follow-up-queue',
      parkedImpact:
        'One person’s follow-up is stuck: no further check-in, and their answers change nothing until it is put right.',
      lateImpact:
        'Answers and deadlines of many people are read late: check-ins and missed answers are noticed late.',
      lateAfter: Duration.minutes(10),
    }),
    sends: new WorkQueue(scope, 'SendQueue', {
      ...common,
      variable: 'SEND_QUEUE_URL',
      name: 'send-queue',
      parkedImpact:
        'A message to one person could not be handed over; its check-in ends as not sent unless somebody looks.',
      lateImpact: 'Check-ins go out late, and those whose hours end today become calls for staff.',
      lateAfter: Duration.minutes(15),
    }),
    urgentSends: new WorkQueue(scope, 'UrgentSendQueue', {
      ...common,
      variable: 'URGENT_SEND_QUEUE_URL',
      name: 'urgent-send-queue',
      parkedImpact:
        'Somebody who just wrote to us got no answer: a safety answer or a STOP confirmation was not sent.',
      lateImpact: 'People who just wrote to us wait for the answer, the safety answer among them.',
      lateAfter: Duration.minutes(2),
    }),
    cases: new WorkQueue(scope, 'CaseQueue', {
      ...common,
      variable: 'CASE_QUEUE_URL',
      name: 'case-queue',
      parkedImpact:
        'One case does not climb: the person behind it may be unnoticed although an alarm was raised for them.',
      lateImpact:
        'Cases climb late: staff hear late that somebody is silent or wrote that they are not safe.',
      lateAfter: Duration.minutes(5),
    }),
    wake: new WorkQueue(scope, 'WakeQueue', {
      ...common,
      variable: 'WAKE_QUEUE_URL',
      name: 'wake-queue',
      parkedImpact:
        'The second look of a minute fails: what falls due is acted on up to half a minute later than promised.',
      lateImpact:
        'The second look of a minute is late: what falls due is acted on up to half a minute later than promised.',
      lateAfter: Duration.minutes(5),
      delay: Duration.seconds(30),
    }),
  };
}
