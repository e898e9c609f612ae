import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { lastSaidAt, newContact, released, suppressed } from '#shared/domain/contact/change-contact.ts';
import type { AnswerClass, Contact, SuppressionReason } from '#shared/domain/contact/contact.ts';
import { decideHandOver } from '#shared/domain/contact/decide-hand-over.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { anySafeHours, anyZone } from './any-session.ts';
import { isOpenAllAlong, isOpenOnClocks } from './luxon-window.ts';
import { frozen, must } from './property-runs.ts';

const MINUTE = 60_000;

/** What only staff or a carrier can lift; all other reasons are a client's own word. */
const OTHERS = ['complaint', 'hard-bounce', 'invalid-number', 'wrong-number', 'deceased'] as const;
const OWN = [
  'opt-out-keyword',
  'opt-out-words',
  'opt-out-ambiguous',
  'opt-out-staff',
  'opt-out-link',
] as const;
const ANSWERS: readonly AnswerClass[] = [
  'safety',
  'acknowledgement',
  'unknown-sender',
  'stop-confirmation',
  'help',
];

const ago = fc.constantFrom(0, 0, 1, MINUTE, 5 * MINUTE, 200 * MINUTE);

const anyContactStep = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 61, 300, 900) }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('hand-over' as const),
      followUp: fc.nat({ max: 2 }),
      message: fc.nat({ max: 6 }),
    }),
    weight: 8,
  },
  {
    arbitrary: fc.record({ do: fc.constant('answer' as const), answer: fc.constantFrom(...ANSWERS) }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ do: fc.constant('stop' as const), reason: fc.constantFrom(...OWN), ago }),
    weight: 3,
  },
  {
    arbitrary: fc.record({ do: fc.constant('block' as const), reason: fc.constantFrom(...OTHERS), ago }),
    weight: 1,
  },
  { arbitrary: fc.record({ do: fc.constant('start' as const), ago }), weight: 3 },
);
export type ContactStep = typeof anyContactStep extends fc.Arbitrary<infer T> ? T : never;
export const anyContactSteps = fc.array(anyContactStep, { maxLength: 50, size: 'max' });

export const anyContact: fc.Arbitrary<Contact> = fc
  .record({ zones: fc.uniqueArray(anyZone, { minLength: 1, maxLength: 2 }), safeHours: anySafeHours })
  .map(({ zones, safeHours }) => ({
    ...newContact({ id: 'ct-1', channel: 'sms', value: '+14105550134' }),
    zones,
    ...(safeHours && { safeHours }),
  }));

/** One phone, the messages of several follow-ups to it, and what its owner said. */
export type ContactWorld = {
  contact: Contact;
  readonly programme: Programme;
  now: number;
  stops: number[];
  starts: number[];
  blocked: boolean;
  /** Answers that a machine gave since the last stop began to hold. */
  sinceStop: AnswerClass[];
  /** What went, by the client's day. */
  wentOn: Map<string, Set<string>>;
};

export const aContactWorld = (contact: Contact, programme: Programme, now: number): ContactWorld => ({
  contact: frozen(contact),
  programme,
  now,
  stops: [],
  starts: [],
  blocked: false,
  sinceStop: [],
  wentOn: new Map(),
});

/** The last word is a stop: whatever came in between, and in whatever order it arrived. */
const mustBeStopped = ({ stops, starts, blocked }: ContactWorld): boolean =>
  blocked || (stops.length > 0 && Math.max(...stops) > Math.max(-Infinity, ...starts));

export function takeContactStep(world: ContactWorld, step: ContactStep): void {
  const at = world.now - ('ago' in step ? step.ago : 0);
  switch (step.do) {
    case 'wait':
      world.now += step.minutes * MINUTE;
      return;
    case 'stop':
      world.stops.push(at);
      return stop(world, step.reason, at);
    case 'block':
      world.blocked = true;
      return stop(world, step.reason, at);
    case 'start':
      return start(world, at);
    case 'hand-over':
      return planned(world, `fu#${step.followUp}~d1~${step.message}~sms`);
    case 'answer':
      return answer(world, step.answer);
  }
}

function stop(world: ContactWorld, reason: SuppressionReason, at: number): void {
  const before = world.contact;
  world.contact = frozen(suppressed(before, { reason, at }));
  must(
    suppressed(world.contact, { reason, at }) === world.contact,
    'a stop that comes again changes nothing',
    before,
  );
  if (!before.suppression && world.contact.suppression) world.sinceStop = [];
  must(
    !mustBeStopped(world) || world.contact.suppression !== undefined,
    'who said stop last is stopped',
    world.contact,
  );
}

function start(world: ContactWorld, at: number): void {
  const { suppression: before } = world.contact;
  world.starts.push(at);
  world.contact = frozen(released(world.contact, at));
  must(
    released(world.contact, at) === world.contact,
    'a START that comes again changes nothing',
    world.contact,
  );
  const { suppression } = world.contact;
  must(
    !mustBeStopped(world) || suppression !== undefined,
    'only a later START takes back a stop, and no block',
    world.contact,
  );
  const mayLift = before && !world.blocked && lastSaidAt(before) <= at;
  must(!mayLift || suppression === undefined, 'a START after every stop takes it back', { before, at });
}

/** A planned message, of any follow-up and possibly tried before. */
function planned(world: ContactWorld, messageId: string): void {
  const { contact, programme, now } = world;
  const decision = decideHandOver(contact, { messageId }, { now, programme });
  const day = DateTime.fromMillis(now, { zone: contact.zones[0] ?? 'UTC' }).toISODate() ?? '';
  const went = world.wentOn.get(day) ?? new Set<string>();
  const window = {
    zones: contact.zones,
    agencyWindow: programme.contactWindow,
    safeHours: contact.safeHours,
  };
  const isFree = went.has(messageId) || went.size < programme.dailyCap;
  const mayGo = contact.suppression === undefined && isOpenOnClocks(now, window) && isFree;
  must(decision.kind === (mayGo ? 'go' : 'refuse'), 'a message goes when nothing forbids it, and only then', {
    messageId,
    decision,
    now,
  });
  if (decision.kind !== 'go') return;
  must(!mustBeStopped(world), 'after a stop nothing goes', contact);
  const { until } = decision;
  must(
    until !== undefined && isOpenAllAlong(now, Math.min(until, now + 240 * MINUTE), window),
    'nothing stays valid beyond the window',
    { until },
  );
  const isEndless = until - now > 13 * 1440 * MINUTE;
  must(isEndless || !isOpenOnClocks(until, window), 'a message may stay valid to the end of the window', {
    until,
  });
  world.wentOn.set(day, went.add(messageId));
  must(went.size <= programme.dailyCap, 'the daily cap holds across follow-ups', [...went]);
  world.contact = frozen(decision.contact);
  const again = decideHandOver(world.contact, { messageId }, { now, programme });
  must(
    again.kind === 'go' && again.contact.sentToday.messageIds.length === went.size,
    'a message tried again counts once',
    again,
  );
}

/** A machine's answer to a text that just came in, at any hour. */
function answer(world: ContactWorld, kind: AnswerClass): void {
  const { contact, programme, now } = world;
  const decision = decideHandOver(contact, { messageId: `in~${now}`, answer: kind }, { now, programme });
  if (decision.kind !== 'go') return;
  const { suppression } = contact;
  const isWelcome = kind === 'safety' || kind === 'stop-confirmation';
  const about = { kind, suppression, now, before: world.sinceStop };
  if (suppression) {
    must(
      isWelcome,
      'after a stop a machine gives no other answer than a safety answer and the confirmation',
      about,
    );
    must(!world.sinceStop.includes(kind), 'after a stop each of them goes once', about);
    must(
      kind === 'safety' || now - suppression.at <= 5 * MINUTE,
      'a stop is confirmed within five minutes or not at all',
      about,
    );
    world.sinceStop.push(kind);
  }
  must(decision.contact.sentToday === contact.sentToday, 'an answer does not count against the day', about);
  world.contact = frozen(decision.contact);
  const again = decideHandOver(
    world.contact,
    { messageId: 'in~2', answer: kind },
    { now: now + MINUTE, programme },
  );
  must(again.kind === 'refuse', 'the same answer does not go again a minute later', again);
}
