import type { OutgoingEmail } from '#shared/ports.ts';
import type { Random } from '../engine/random.ts';
import type { Meaning } from '../what-was-seen.ts';
import type { Person } from './person.ts';
import { bodyFor, reaction } from './words.ts';
import type { World } from './world.ts';

/** The clients with their telephones and mailboxes. */
export type Clients = {
  phoneGot(to: string, text: string): void;
  mailGot(email: OutgoingEmail): void;
  /** A text for this client was put on its way to the sender. How much longer than usual that takes, in seconds. */
  sendQueued(person: Person): number;
  /** How much longer than usual it takes now until their follow-up hears something, in seconds. */
  isToldLate(person: Person): number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long somebody with a script takes. */
const BY_SCRIPT = 20 * MINUTE;

export function clients(world: World): Clients {
  const queued = new Map<string, number>();
  const toldLateUntil = new Map<string, number>();
  const gotTexts = new Map<string, number>();
  const gotMails = new Map<string, number>();

  function says(person: Person, from: string, means: Meaning, afterMs: number, random: Random): void {
    const body = bodyFor(means, random);
    world.timeline.after(afterMs, () => world.webhooks.textFrom(person, from, body, means));
  }

  function reacts(person: Person, from: string, random: Random): void {
    const means = reaction(random);
    const delay = delayOf(random);
    if (means === 'silence') return;
    says(person, from, means, delay, random);
    // Some who stopped come back; some write again because they need somebody.
    if (means.startsWith('stop') && random.chance(0.15))
      says(
        person,
        from,
        random.pick(['start-keyword', 'urgent', 'words']),
        delay + random.between(MINUTE, 60 * HOUR),
        random,
      );
    if (random.chance(0.04))
      says(person, from, random.pick(['words', 'so-so', 'ok']), delay + random.between(1_000, HOUR), random);
  }

  return {
    phoneGot(to, _text) {
      const person = world.personOf(to);
      if (!person) return;
      const random = world.chanceOf(`life/${person.ref}`);
      const nth = gotTexts.get(to) ?? 0;
      gotTexts.set(to, nth + 1);
      if (person.script) {
        const means = person.script.texts?.[nth];
        return means && says(person, to, means, BY_SCRIPT, random);
      }
      const stranger = person.reassignedAt !== undefined && world.timeline.now() >= person.reassignedAt;
      if (!stranger) return reacts(person, to, random);
      if (random.chance(0.5))
        says(person, to, random.pick(['wrong-number', 'stop-keyword']), delayOf(random), random);
    },
    mailGot(email) {
      const person = world.personOf(email.to);
      if (!person) return;
      const random = world.chanceOf(`life/${person.ref}`);
      const token = /\/l\/([^?\s]+)\?a=/.exec(email.text)?.[1];
      const answers = (means: Meaning, afterMs: number) =>
        world.timeline.after(
          afterMs,
          () => token && void world.webhooks.answerPage(person, token, means, random),
        );
      const nth = gotMails.get(email.to) ?? 0;
      gotMails.set(email.to, nth + 1);
      if (person.script) {
        const means = person.script.emails?.[nth];
        return means && answers(means, BY_SCRIPT);
      }
      if (random.chance(0.03)) {
        const unsubscribe = /\/u\/([^?\s]+)/.exec(email.unsubscribeUrl)?.[1];
        world.timeline.after(
          delayOf(random),
          () => void world.webhooks.unsubscribe(person, email.to, unsubscribe ?? ''),
        );
      } else if (token && random.chance(0.4)) {
        const means = random.pick<Meaning>([
          'ok',
          'ok',
          'ok',
          'so-so',
          'call-me',
          'words',
          'urgent',
          'distress',
        ]);
        answers(means, delayOf(random));
      }
    },
    sendQueued(person) {
      const nth = (queued.get(person.ref) ?? 0) + 1;
      queued.set(person.ref, nth);
      if (nth !== person.stopMeetsSend) return 0;
      const random = world.chanceOf(`life/${person.ref}`);
      says(
        person,
        person.phone,
        random.pick(['stop-keyword', 'stop-words', 'stop-ambiguous']),
        random.between(0, 1_500),
        random,
      );
      // Queues are slow at that moment, so that the sender may come before or after whatever the stop does.
      const seconds = random.between(0, 40);
      toldLateUntil.set(person.ref, world.timeline.now() + MINUTE);
      return seconds;
    },
    isToldLate(person) {
      if (world.timeline.now() > (toldLateUntil.get(person.ref) ?? 0)) return 0;
      return world.chanceOf(`life/${person.ref}`).between(0, 80);
    },
  };
}

/** Most answer soon, some the next day, a few when nobody waits any more. */
function delayOf(random: Random): number {
  switch (random.weighted({ soon: 60, later: 30, late: 10 })) {
    case 'soon':
      return random.between(20_000, 2 * HOUR);
    case 'later':
      return random.between(2 * HOUR, 20 * HOUR);
    default:
      return random.between(20 * HOUR, 120 * HOUR);
  }
}
