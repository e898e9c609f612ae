import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';
import { signedLinks } from '#shared/adapters/links.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { Ports } from '#shared/ports.ts';
import { aProgramme } from './a-programme.ts';
import { fakeCarrier, type FakeCarrier } from './fake-carrier.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { fakeContacts, type FakeContacts } from './fake-contacts.ts';
import { fakeDocuments, type FakeDocuments } from './fake-documents.ts';
import { fakeFacts, type FakeFacts } from './fake-facts.ts';
import { fakeInbox, type FakeInbox } from './fake-inbox.ts';
import {
  fakeAlerts,
  fakeBodies,
  fakeEvents,
  fakeMailer,
  type FakeAlerts,
  type FakeBodies,
  type FakeEvents,
  type FakeMailer,
} from './fake-outside.ts';
import { fakeQueues, type FakeQueues } from './fake-queues.ts';

export type World = Ports & {
  clock: FakeClock;
  facts: FakeFacts;
  followUps: FakeDocuments<FollowUp>;
  cases: FakeDocuments<Case>;
  contacts: FakeContacts;
  inbox: FakeInbox;
  queues: FakeQueues;
  bodies: FakeBodies;
  carrier: FakeCarrier;
  mailer: FakeMailer;
  alerts: FakeAlerts;
  events: FakeEvents;
};

/** A Monday noon in New York. */
const A_NOON = Date.parse('2026-11-23T17:00:00Z');

/** All ports in memory, with a clock that is set by hand. They store, refuse and repeat as the real ones do. */
export function aWorld({ now = A_NOON, programme }: { now?: Instant; programme?: Programme } = {}): World {
  const clock = fakeClock(now);
  const facts = fakeFacts();
  const events = fakeEvents();
  const documents = { facts, events, now: clock.now };
  const secret = { current: 'a link secret for tests' };
  return {
    clock,
    facts,
    events,
    now: clock.now,
    programme: () => Promise.resolve(programme ?? aProgramme()),
    followUps: fakeDocuments({ kind: followUpKind, ...documents }),
    cases: fakeDocuments({ kind: caseKind, ...documents }),
    contacts: fakeContacts(),
    inbox: fakeInbox(),
    queues: fakeQueues(),
    bodies: fakeBodies(),
    carrier: fakeCarrier(clock.now),
    mailer: fakeMailer(),
    alerts: fakeAlerts(),
    links: signedLinks({
      secret: { get: () => Promise.resolve(secret), reload: () => Promise.resolve(secret) },
      publicUrl: 'https://handrail.example.org',
    }),
  };
}
