/** A rule of a pack that does not hold here, where, and why that is right. */
export interface Suppression {
  /** As the finding prints it behind “Acknowledge with”. */
  readonly rule: string;
  /** Construct paths below the stack; an empty one is the whole stack. */
  readonly at: readonly string[];
  readonly reason: string;
}

const hipaa = (rule: string) => `HIPAA.Security::HIPAA.Security-${rule}`;
const solutions = (rule: string) => `AwsSolutions::AwsSolutions-${rule}`;

const WHOLE_STACK = [''];
const BY_QUEUE = ['StartFollowUp', 'AdvanceFollowUp', 'SendMessage', 'AdvanceCase'];
const BY_REQUEST = ['ReceiveSessionClosed', 'ReceiveText', 'ReceiveTextFallback', 'ServeLink'];
const BY_CLOCK = ['WakeDue', 'Watch'];

/** The one place where findings are answered. A test fails on an empty reason and on one that answers nothing. */
export const suppressions: readonly Suppression[] = [
  {
    rule: hipaa('LambdaInsideVPC'),
    at: WHOLE_STACK,
    reason:
      'There is nothing inside a network to reach: tables, queues and secrets are guarded by roles and keys over TLS, and Twilio is on the internet. A VPC would add a NAT gateway that can fail between a person and their check-in.',
  },
  {
    rule: hipaa('IAMNoInlinePolicy'),
    at: WHOLE_STACK,
    reason:
      'Each role belongs to one function and its rights are shared with nobody. Written into the role they are created, changed and removed with it in one step, so no function ever starts before its rights exist.',
  },
  {
    rule: hipaa('LambdaConcurrency'),
    at: BY_QUEUE,
    reason:
      'A limit on the function makes SQS receive messages it cannot hand over, four times, and then sets them aside as failed. What must be bounded is bounded on the mapping (MaximumConcurrency).',
  },
  {
    rule: hipaa('LambdaConcurrency'),
    at: ['ReceiveSessionClosed', 'ReceiveDeliveryStatus', 'ServeLink'],
    reason:
      'Bounded by the API’s throttle or by the carrier’s pace. A limit here would only refuse closed sessions, receipts and acknowledgements that the account could have taken.',
  },
  {
    rule: hipaa('LambdaConcurrency'),
    at: BY_CLOCK,
    reason:
      'Called by a clock, a few times a minute at most; a limit would let a slow run swallow the next one.',
  },
  {
    rule: hipaa('LambdaDLQ'),
    at: BY_QUEUE,
    reason:
      'Takes its work from a queue: what fails four times goes to that queue’s dead letters, which alarm.',
  },
  {
    rule: hipaa('LambdaDLQ'),
    at: BY_REQUEST,
    reason: 'Called by a request that waits for the answer: the caller hears of the failure and tries again.',
  },
  {
    rule: hipaa('LambdaDLQ'),
    at: BY_CLOCK,
    reason:
      'The next call does the same work. A kept call would do it late, and missing calls raise an alarm.',
  },
  {
    rule: hipaa('DynamoDBInBackupPlan'),
    at: ['FollowUps', 'Cases', 'Inbox', 'Contacts', 'Facts'],
    reason:
      'Every table can be restored to any second of the last 35 days and cannot be deleted. Keeping copies for longer would bring back what was erased at a person’s wish.',
  },
  {
    rule: solutions('APIG4'),
    at: ['PublicApi'],
    reason:
      'The callers are Twilio, a phone’s browser and the agency’s system, none of which can sign in. Every function checks a signature before it reads anything: Twilio’s, the link’s or the event’s.',
  },
  ...rotatedByHand('TwilioSecret', 'Twilio makes this token; it is changed in Twilio’s console, then here.'),
  ...rotatedByHand('EventsSecret', 'The agency’s system holds the other half; both have to change together.'),
  ...rotatedByHand('LinkSecret', 'Links in messages already sent have to work until they expire.'),
  ...rotatedByHand('PepperSecret', 'Every contact’s key is made with it: a new one would forget every STOP.'),
];

function rotatedByHand(secret: string, why: string): Suppression[] {
  const reason = `${why} docs/runbook.md says when and how by hand; for the others the previous value stays valid meanwhile.`;
  return [solutions('SMG4'), hipaa('SecretsManagerRotationEnabled')].map((rule) => ({
    rule,
    at: [secret],
    reason,
  }));
}
