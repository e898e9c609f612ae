import type { Happening } from '#infra/local/happening.ts';
import { dynamoPlaces } from './dynamo-places.ts';
import type { Exchange } from './wire-tap.ts';

/** Something that was written, told or answered, and where. */
export type Seen = { readonly place: string; readonly text: string };

const queueNames = ['UrgentSendQueue', 'SendQueue', 'InboxQueue', 'FollowUpQueue', 'CaseQueue', 'WakeQueue'];

/** What the local stack told; texts and e-mails themselves are seen on the wire. */
export function placesOfHappening(happening: Happening): Seen[] {
  switch (happening.kind) {
    case 'function-log':
      return [{ place: `log of ${happening.function}`, text: withoutMeasures(happening.line) }];
    case 'function-failed':
      return [{ place: `failure of ${happening.function}`, text: `${happening.error} ${happening.message}` }];
    case 'bus-event':
      return [{ place: busPlaces[happening.source] ?? happening.source, text: JSON.stringify(happening) }];
    case 'alarm':
      return [{ place: 'alarm', text: JSON.stringify(happening) }];
    case 'dead-letter':
      return [{ place: `dead letters of ${happening.queue}`, text: happening.body }];
    case 'staff-told':
      return [{ place: staffPlace(happening.topic), text: JSON.stringify(happening) }];
    case 'fact':
      return [{ place: 'record', text: JSON.stringify(happening.item) }];
    case 'http':
      return [{ place: 'access log', text: `${happening.route} ${happening.status}` }];
    default:
      return [];
  }
}

/** Milliseconds and bytes may be any number, a year of birth, too. */
const withoutMeasures = (line: string) => line.replace(/"(ms|DocumentBytes|OldestDueSeconds)":\d+/g, '');

const busPlaces: Readonly<Record<string, string>> = {
  handrail: 'event told outside',
  'handrail.agency': 'event of the agency',
  'aws.ses': 'event of the mail service',
};

const staffPlace = (topic: string) => (topic === 'OperatorsTopic' ? 'alert to operators' : 'alert to staff');

/** What functions asked of AWS, by the service that their signature names. */
export function placesOfAwsCall({ url, headers, body }: Exchange): Seen[] {
  const service =
    /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)/.exec(String(headers.authorization))?.[1] ?? 'nothing';
  // The local stack's own way to its mail server carries no signature.
  if (service === 'nothing') return [];
  const around = { place: `headers of calls to ${service}`, text: `${url} ${inWords(headers)}` };
  if (service === 'ses') return [around, ...mailPlaces(body)];
  if (service === 'sns') return [around, { place: 'call to sns', text: body }];
  const operation = String(headers['x-amz-target']).split('.').at(-1) ?? '';
  const input = Object(JSON.parse(body)) as Record<string, unknown>; // the SDK's protocol for these is JSON
  if (service === 'dynamodb') return [around, ...dynamoPlaces(operation, input)];
  if (service === 'sqs') return [around, ...queuePlaces(input)];
  return [around, { place: `call to ${service}`, text: body }];
}

/** A length may be any number, a year of birth, too. */
const inWords = ({ 'content-length': _length, ...headers }: Exchange['headers']) => JSON.stringify(headers);

function queuePlaces(input: Record<string, unknown>): Seen[] {
  const queue = queueNames.find((name) => String(input['QueueUrl']).includes(name)) ?? 'an unknown queue';
  const entries = Array.isArray(input['Entries']) ? input['Entries'] : [input];
  return entries.flatMap((entry) => {
    const { MessageBody = '', ...attributes } = Object(entry) as Record<string, unknown>; // as SQS's protocol says
    return [
      { place: `body on ${queue}`, text: String(MessageBody) },
      { place: `attributes on ${queue}`, text: JSON.stringify(attributes) },
    ];
  });
}

/** What the reader sees apart from what travels beside it. */
function mailPlaces(body: string): Seen[] {
  const { Destination, Content, ...beside } = Object(JSON.parse(body)) as Record<string, unknown>; // as SES's API says
  return [
    { place: 'e-mail to the client', text: JSON.stringify({ Destination, Content }) },
    { place: 'tags of an e-mail', text: JSON.stringify(beside) },
  ];
}

/** What was asked of the carrier: a text, or its list. */
export function placesOfCarrierCall({ method, url, headers, body }: Exchange): Seen[] {
  const form = new URLSearchParams(body);
  const content = { place: 'text to the client', text: `${form.get('To')} ${form.get('Body')}` };
  form.delete('To');
  form.delete('Body');
  const around = { place: 'headers of calls to the carrier', text: inWords(headers) };
  const query = { place: 'question to the carrier', text: method === 'GET' ? url : '' };
  return [content, around, query, { place: 'fields beside a text', text: form.toString() }];
}
