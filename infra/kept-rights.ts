/** Rights of functions that no play on one machine uses, and why they are kept all the same. */
export interface KeptRight {
  readonly actions: readonly string[];
  /** As in the template: a logical id, or what SES calls it. */
  readonly on: string;
  readonly functions: readonly string[];
  readonly reason: string;
}

const READ_TABLES = ['ReceiveDeliveryStatus', 'WakeDue'];
const WRITE_TABLES = [
  'AdvanceCase',
  'AdvanceFollowUp',
  'ReceiveSessionClosed',
  'ReceiveText',
  'ReceiveTextFallback',
  'SendMessage',
  'ServeLink',
  'StartFollowUp',
  'Watch',
];

/** `npm run least-privilege` fails on an unused right that is not here, and on an entry whose right is gone or used. */
export const keptRights: readonly KeptRight[] = [
  {
    actions: ['kms:DescribeKey'],
    on: 'DataKey',
    functions: [...READ_TABLES, ...WRITE_TABLES],
    reason:
      'DynamoDB’s guide asks for it of everybody who reads a table under a key of one’s own. The local stack asks for Decrypt alone.',
  },
  {
    actions: ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    on: 'DataKey',
    functions: WRITE_TABLES,
    reason:
      'DynamoDB’s guide names them among the least that a writer needs under a key of one’s own. The local stack asks for Decrypt alone, and a save that is refused is a person who is forgotten.',
  },
  {
    actions: ['kms:GenerateDataKey'],
    on: 'DataKey',
    functions: ['ReceiveTextFallback'],
    reason:
      'As above; the others use it to put messages on queues, too, and this one stores a text and does nothing else.',
  },
  {
    actions: ['ses:SendEmail'],
    on: 'identity/example.org',
    functions: ['SendMessage'],
    reason:
      'SES looks at the identity that the agency has proven: the address itself or its domain. The local stack takes the address.',
  },
];
