import type { Contact } from '#shared/domain/contact/contact.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import type { Instant } from '#shared/domain/record.ts';
import { VersionConflict, type Bodies, type Documents, type Ports } from '#shared/ports.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { fakeClock, type FakeClock } from '#test/fakes/fake-clock.ts';
import { fakeQueues, type FakeQueues } from '#test/fakes/fake-queues.ts';
import { aWorld } from '#test/fakes/fake-world.ts';

export type OneTextWorld = Ports & { clock: FakeClock; queues: FakeQueues; dueAt(): Instant | undefined };

/** Answers for the ports that sending one text never asks. */
const unused = aWorld();
const programme = Promise.resolve(aProgramme());

/**
 * One follow-up and its contact in memory, on the same conditions as the database, for more than a million runs: the core
 * never changes an object in place, so that nothing has to be copied, and no record is hashed.
 */
export function oneTextWorld(followUp: FollowUp, contact: Contact): OneTextWorld {
  const clock = fakeClock(0);
  let stored = followUp;
  let known = contact;
  const bodies = new Map<string, Parameters<Bodies['put']>[1]>();

  const followUps: Documents<FollowUp> = {
    ...unused.followUps,
    get: () => Promise.resolve(stored),
    async save(document) {
      if (document.version !== stored.version) throw new VersionConflict(document.id);
      stored = { ...document, version: document.version + 1 };
      return stored;
    },
    settle: () => Promise.resolve(),
    lookedAt: () => Promise.resolve(),
  };

  return {
    ...unused,
    clock,
    now: clock.now,
    programme: () => programme,
    followUps,
    queues: fakeQueues(),
    dueAt: () => nextDueAt(stored),
    contacts: {
      ...unused.contacts,
      get: () => Promise.resolve(known),
      async change(_id, decide) {
        const { contact: changed, result } = decide(known);
        known = changed ?? known;
        return result;
      },
      takeToken: () => Promise.resolve({ waitSeconds: 0 }),
    },
    bodies: {
      put: (id, body) => Promise.resolve(void bodies.set(id, body)),
      get: (id) => Promise.resolve(bodies.get(id)),
    },
  };
}
