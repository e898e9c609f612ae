import type { Faults } from '../engine/faults.ts';
import { randomOf, type Random } from '../engine/random.ts';
import type { Meaning, WireEvent } from '../what-was-seen.ts';
import { aSession, laterEvents, type Planned } from './sessions.ts';
import type { Phone } from './carrier.ts';
import { placeOf, telephone, type Place } from './places.ts';
import { aName } from './words.ts';

/** One invented client: what the agency will say about them, and how they live with their telephone. */
export type Person = {
  readonly ref: string;
  readonly nth: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly place: Place;
  readonly events: readonly Planned[];
  readonly phoneIs: Phone;
  /** From then on their number belongs to somebody else. */
  readonly reassignedAt?: number;
  /** This many-th text put on the send queue for them meets a STOP. */
  readonly stopMeetsSend?: number;
  readonly poisonAt?: number;
  /** Then somebody whom nobody knows texts the agency's number. */
  readonly strangerAt?: number;
  /** What they do is drawn from this, in the order in which texts reach them. */
  readonly random: Random;
  /** Instead of what chance says they do. */
  readonly script?: Script;
};

/** What somebody says to the texts and the e-mails that reach them, in their order; to any further one nothing. */
export type Script = { readonly texts?: readonly Meaning[]; readonly emails?: readonly Meaning[] };

const DAY = 86_400_000;

export type Era = { seed: number; from: number; until: number; agencyId: string };

/** The same seed and number always give the same person, whoever else is there. */
export function aPerson(nth: number, era: Era, faults: Faults): Person {
  const random = randomOf(era.seed, 'person', nth);
  const shares = nth > 0 && faults.happens('phone is shared', random);
  const own = telephone(shares ? nth - 1 : nth);
  const life = {
    ref: `P-${String(nth).padStart(6, '0')}`,
    nth,
    name: aName(random),
    phone: own.number,
    email: `person-${nth}@example.org`,
    place: placeOf(random, own.zone),
  };
  const length = era.until - era.from;
  // Early enough that a plan of thirty days is over before the play is.
  const closedAt = era.from + random.whole(Math.max(DAY / 2, length - 36 * DAY));
  const session = aSession(life, closedAt, random, era.agencyId);
  const later = laterEvents(life, session, { ...era, random, faults });
  return {
    ...life,
    events: [session, ...later],
    phoneIs: faults.happens('phone is dead', random)
      ? random.pick<Phone>(['landline', 'inactive', 'off', 'stopped'])
      : 'good',
    ...(faults.happens('phone is reassigned', random) && { reassignedAt: closedAt + random.whole(40 * DAY) }),
    ...(faults.happens('stop meets a send', random) && { stopMeetsSend: random.between(1, 4) }),
    ...(faults.happens('poison message', random) && { poisonAt: closedAt + random.whole(10 * DAY) }),
    ...(faults.happens('stranger texts', random) && { strangerAt: closedAt + random.whole(20 * DAY) }),
    random,
  };
}

export type Life = Pick<Person, 'ref' | 'nth' | 'name' | 'phone' | 'email' | 'place'>;
export type { WireEvent };
