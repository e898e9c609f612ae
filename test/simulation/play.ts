import { followUpIdOf } from '#shared/apply/follow-up-id.ts';
import type { Faults } from './engine/faults.ts';
import { notes as notesOf } from './engine/notes.ts';
import { randomOf } from './engine/random.ts';
import { withVirtualGlobals } from './engine/virtual-globals.ts';
import type { Known, Seen } from './what-was-seen.ts';
import { agency as agencyOf } from './world/agency.ts';
import { buildWorld } from './world/build-world.ts';
import type { Watcher } from './world/invoke.ts';
import { aPerson, type Era, type Person } from './world/person.ts';
import { knownOf, SETTINGS } from './world/settings.ts';
import { schedules } from './world/schedules.ts';
import type { Habit } from './world/staff.ts';

export type PlayOptions = {
  readonly seed: number;
  readonly clients: number;
  readonly days: number;
  readonly faults: 'none' | 'all';
  /** Only these clients live; each still lives the same life. */
  readonly only?: ReadonlySet<string>;
  readonly watcher?: Omit<Watcher, 'onLog'>;
  /** These clients live, in place of those that chance makes. */
  readonly lives?: (era: Era, faults: Faults) => readonly Person[];
  /** Every receipt comes this much later, in milliseconds. */
  readonly receiptsLateBy?: number;
  /** What staff do with every case, instead of what chance says. */
  readonly staff?: Habit;
  /** Told how far the play is, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
};

export type Played = {
  readonly known: Known;
  readonly seen: readonly Seen[];
  /** Messages to clients whose time came: taken by carrier or mail service, refused, or stopped before. */
  readonly touches: number;
  readonly texts: number;
  readonly faultsInjected: Readonly<Record<string, number>>;
  readonly traceHash: string;
};

const DAY = 86_400_000;
/** A Sunday five weeks before clocks go back in the United States, so that a play of sixty days crosses the change. */
const BEGINS = Date.parse('2026-09-27T00:00:00Z');
/** After the last day nothing goes wrong any more, and what is open comes to its end. */
const GRACE = 2 * DAY;

/** Plays one seed from its first closed session to its last replay. Whatever happens is decided by the options alone. */
export async function play(options: PlayOptions): Promise<Played> {
  const { seed, clients, days } = options;
  // Each seed begins on another day, so that both changes of the clocks, year's end and every weekday are met.
  const from = BEGINS + (Math.abs(seed * 37) % 365) * DAY;
  const until = from + days * DAY;
  const notes = notesOf();
  const people = new Map<string, Person>();
  const byDocument = new Map<string, Person>();
  const { world, addPoison, isStuck } = buildWorld({
    ...options,
    from,
    until,
    note: notes.note,
    people: () => people,
    personOfDocument: (id) => byDocument.get(id),
  });
  const { timeline, faults } = world;

  return withVirtualGlobals(timeline, randomOf(seed, 'races'), async () => {
    const agency = agencyOf(world);
    const era = { seed, from, until, agencyId: SETTINGS.agencyId };
    const lives = options.lives?.(era, faults) ?? byChance(clients, era, faults);
    for (const person of lives) {
      if (options.only && !options.only.has(person.ref)) continue;
      welcome(person);
      agency.send(person);
    }
    schedules(world, seed, until + GRACE);
    for (let day = 1; day <= days; day += 1) {
      await timeline.play(from + day * DAY);
      options.onProgress?.(day / (days + 2));
      if (isStuck()) return report(timeline.now());
    }
    faults.end();
    await timeline.play(until + GRACE);
    await replayEverything(agency);
    return report(until);
  });

  function welcome(person: Person): void {
    for (const { event } of person.events) {
      byDocument.set(followUpIdOf(event), person);
      for (const { value } of contactsIn(event)) if (!people.has(value)) people.set(value, person);
    }
    if (person.strangerAt !== undefined)
      timeline.at(person.strangerAt, () => world.webhooks.stranger(person));
    if (person.poisonAt === undefined) return;
    const [first] = person.events;
    if (!first) return;
    const random = world.chanceOf(`poison/${person.ref}`);
    const followUpId = followUpIdOf(first.event);
    timeline.at(person.poisonAt, () => {
      addPoison('follow-ups', JSON.stringify({ followUpId, input: { kind: 'no-such-kind' } }), random);
      addPoison('send', JSON.stringify({ messageId: 7 }), random);
      addPoison('cases', `{"caseId": "case#x", "input"`, random);
    });
  }

  /** All that was accepted comes again, on a world that stands still but for it: nothing may change. */
  async function replayEverything(agency: ReturnType<typeof agencyOf>): Promise<void> {
    const before = notes.all().length;
    // People's own lives go on after the last day, staff close what they have taken: none of it comes of a replay.
    timeline.forget();
    const replays = Promise.all([agency.replayAll(), world.webhooks.replayAll()]);
    await timeline.play(timeline.now() + DAY / 24);
    await replays;
    const changed = notes
      .all()
      .slice(before)
      .filter(({ kind }) => kind !== 'texts-listed');
    for (const { kind } of new Map(changed.map((seen) => [seen.kind, seen])).values())
      notes.note({ at: timeline.now(), kind: 'operators-told', about: `replay-differs: ${kind}` });
  }

  function report(end: number): Played {
    const seen = notes.all();
    const count = (kinds: readonly string[]) => seen.filter(({ kind }) => kinds.includes(kind)).length;
    return {
      known: knownOf({ seed, from, until: end }),
      seen,
      touches: count(['carrier-asked', 'mail-asked']),
      texts: count(['carrier-took']),
      faultsInjected: faults.counts(),
      traceHash: notes.traceHash(),
    };
  }
}

const byChance = (clients: number, era: Era, faults: Faults): Person[] =>
  Array.from({ length: clients }, (_, nth) => aPerson(nth, era, faults));

function contactsIn(event: Person['events'][number]['event']): { value: string }[] {
  const contacts = event['contacts'];
  return Array.isArray(contacts) ? (contacts as { value: string }[]) : []; // the generator's own
}
