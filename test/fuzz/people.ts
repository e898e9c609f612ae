import { contactIds } from '#shared/adapters/contact-ids.ts';
import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import { dynamoWith } from '#shared/adapters/dynamo/client.ts';
import { contacts } from '#shared/adapters/dynamo/contacts.ts';
import { documents } from '#shared/adapters/dynamo/documents.ts';
import { factsTable } from '#shared/adapters/dynamo/facts.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';
import { openCase } from '#shared/domain/case/advance-case.ts';
import { DAY } from '#shared/domain/record.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import { aNewCase } from '#test/builders/a-case.ts';
import { aFollowUp } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import type { Marker } from '#test/privacy/find-markers.ts';
import { secrets } from './secrets.ts';

export const FOLLOW_UP = 'fu#pY3kq0cVbq1mJr8T2wXz9A';
export const MESSAGE = `${FOLLOW_UP}~d2~1~sms`;
export const CASE = 'case#pY3kq0cVbq1mJr8T2wXz9A.missed-check-in.d2';
export const PHONE = '+14105550166';
const EMAIL = 'qzxmail.fuzz@example.org';
export const NAME = 'Qzxname O’Fuzz';
export const WORDS = 'qzxwords that only one person wrote';

/** What is looked for in every log line and every answer. */
export const markers: readonly Marker[] = [
  { field: 'phone', value: PHONE },
  { field: 'email', value: EMAIL },
  { field: 'name', value: NAME },
  { field: 'words', value: WORDS },
];

const retention = { documentsDays: 730, bodiesDays: 90, factsDays: 2190 };

/** Puts a client with an open check-in, a text on its way and a case into the account. @returns the ids of their contacts */
export async function moveIn(awsUrl: string, now: number): Promise<{ sms: string; email: string }> {
  const client = dynamoWith({
    endpoint: awsUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const idOf = contactIds(() => Promise.resolve(secrets.pepper.pepper));
  const book = contacts({ client, table: 'contacts', now: () => now, idOf, retention });
  const owner = { followUpId: FOLLOW_UP, clientRef: 'C-77', agencyId: 'riverbend' };
  const ids = { sms: await idOf('sms', PHONE), email: await idOf('email', EMAIL) };
  for (const [channel, value] of [
    ['sms', PHONE],
    ['email', EMAIL],
  ] as const)
    await book.link({ id: ids[channel], channel, value, zones: ['America/New_York'], saidAt: 0 }, owner);
  const record = {
    client,
    facts: factsTable({ client, table: 'facts', factsDays: 2190 }),
    events: { publish: () => Promise.resolve() },
    now: () => now,
    documentsDays: 730,
  };
  const outbox = [aTextOnItsWay(ids.sms, now)];
  const followUp = aFollowUp({ id: FOLLOW_UP, name: NAME, outbox });
  await documents({ ...record, table: 'followUps', kind: followUpKind }).create(followUp, []);
  const opened = openCase(aNewCase(now, { id: CASE }), { now, programme: aProgramme() });
  await documents({ ...record, table: 'cases', kind: caseKind }).create(opened.value, opened.facts);
  client.destroy();
  return ids;
}

const aTextOnItsWay = (contactId: string, now: number): Message => ({
  id: MESSAGE,
  state: 'handed-over',
  channel: 'sms',
  contactId,
  template: 'check',
  lane: 'routine',
  checkIn: 'd2',
  attempt: 1,
  notAfter: now + DAY,
  lookAt: now + DAY,
  tries: 1,
  claimedAt: now,
  handedOverAt: now,
  providerId: `SM${'b'.repeat(32)}`,
  status: 'sent',
});
