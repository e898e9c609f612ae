/** A cfn-guard rule of AWS Control Tower that does not hold here, where, and why that is right. */
export interface GuardAnswer {
  /** As Control Tower’s documentation lists it. */
  readonly rule: string;
  /** Logical ids in the template. */
  readonly at: readonly string[];
  readonly reason: string;
}

const ROUTES = [
  'PublicApiPostEvents',
  'PublicApiPostTwilioText',
  'PublicApiPostTwilioTextFallback',
  'PublicApiPostTwilioStatus',
  'PublicApiGetLToken',
  'PublicApiPostLToken',
  'PublicApiGetUToken',
  'PublicApiPostUToken',
];

/** The one place where findings of cfn-guard are answered. A test fails on a finding without an answer, and on the reverse. */
export const guardAnswers: readonly GuardAnswer[] = [
  {
    rule: 'CT.APIGATEWAY.PR.5',
    at: ROUTES,
    reason:
      'The callers are Twilio, a phone’s browser and the agency’s system, none of which can sign in. Every function checks a signature before it reads anything; test/infra/public.test.ts lists each route with what protects it.',
  },
  {
    rule: 'CT.LAMBDA.PR.2',
    at: ROUTES.map((route) => `${route}Permission`),
    reason:
      'Each names API Gateway, this account and one route of this API in its source ARN. The rule reads plain strings and references only, and this ARN is joined from several.',
  },
  {
    rule: 'CT.LAMBDA.PR.3',
    at: [
      'ReceiveSessionClosed',
      'StartFollowUp',
      'WakeDue',
      'AdvanceFollowUp',
      'SendMessage',
      'ReceiveText',
      'ReceiveTextFallback',
      'ReceiveDeliveryStatus',
      'ServeLink',
      'AdvanceCase',
      'Watch',
    ],
    reason:
      'There is nothing inside a network to reach: tables, queues and secrets are guarded by roles and keys over TLS, and Twilio is on the internet. A VPC would add a NAT gateway that can fail between a person and their check-in.',
  },
  {
    rule: 'CT.KMS.PR.3',
    at: ['DataKey', 'OperationsKey'],
    reason:
      'The account itself administers its keys (kms:*), so that a key whose policy is wrong can be put right; the CDK lets the account make grants through Secrets Manager only. No role of Handrail may make one: test/infra/wildcards.test.ts and the roles’ exact rights.',
  },
  {
    rule: 'CT.SQS.PR.1',
    at: [
      'InboxQueueDeadLetters',
      'FollowUpQueueDeadLetters',
      'SendQueueDeadLetters',
      'UrgentSendQueueDeadLetters',
      'CaseQueueDeadLetters',
      'WakeQueueDeadLetters',
      'ReceiveDeliveryStatusDeadLetters',
    ],
    reason:
      'These are the dead letters themselves. The first message in one raises an alarm, and nothing but a person takes it out.',
  },
];
