import type { Person } from './person.ts';
import type { Planned } from './sessions.ts';
import type { World } from './world.ts';

export type Agency = { send(person: Person): void; replayAll(): Promise<void> };

const MINUTE = 60_000;

/** The agency's system: it sends each event until it is accepted, and at times twice, late, broken, or by the bus. */
export function agency(world: World): Agency {
  const { timeline, faults, note, chanceOf } = world;
  const accepted: (() => Promise<unknown>)[] = [];

  async function post(person: Person, planned: Planned, first: boolean, tries = 1): Promise<void> {
    const random = chanceOf(`agency/${person.ref}`);
    // Soon once, and then ever later, as such systems do.
    const again = () =>
      timeline.after(
        tries === 1 ? random.between(5_000, MINUTE) : random.between(MINUTE, 20 * MINUTE),
        () => void post(person, planned, first, tries + 1),
      );
    const body = JSON.stringify(planned.event);
    const request = () => world.invoke('receive-session-closed', random, (handler) => handler(body));
    const answer = await request().catch(() => 'crashed' as const);
    if (answer === 'crashed') return again();
    if (answer.kind === 'accepted' || answer.kind === 'accepted-before') accepted.push(request);
    if (first) noteAccepted(person, planned);
  }

  function noteAccepted(person: Person, { event, zones, malformed }: Planned): void {
    note({
      at: timeline.now(),
      kind: 'event-accepted',
      person: person.ref,
      event,
      zones,
      ...(malformed && { malformed }),
    });
  }

  /** Straight from the bus onto the queue, as the rule puts it there; the bus tries for a day. */
  function putOnBus(person: Person, planned: Planned): void {
    const random = chanceOf(`agency/${person.ref}`);
    if (world.troubles.isOn('region-outage', timeline.now()))
      return timeline.after(30 * MINUTE, () => putOnBus(person, planned));
    const envelope = {
      id: planned.event.id,
      source: 'handrail.agency',
      'detail-type': planned.event.type,
      time: new Date(timeline.now()).toISOString(),
      detail: planned.event,
    };
    world.putOnQueue('inbox', JSON.stringify(envelope), random);
    noteAccepted(person, planned);
  }

  function plan(person: Person, planned: Planned): void {
    const random = chanceOf(`agency/${person.ref}`);
    const late = faults.happens('event late', random) ? random.between(10 * MINUTE, 180 * MINUTE) : 0;
    const byBus = faults.happens('event by the bus', random);
    timeline.at(planned.at + late, () =>
      byBus ? putOnBus(person, planned) : void post(person, planned, true),
    );
    if (faults.happens('event doubled', random))
      timeline.at(
        planned.at + late + random.between(100, 60 * MINUTE),
        () => void post(person, planned, false),
      );
  }

  return {
    send(person) {
      for (const planned of person.events) plan(person, planned);
      const random = chanceOf(`agency/${person.ref}`);
      const [first] = person.events;
      if (first && faults.happens('event malformed', random)) plan(person, malformed(first));
    },
    async replayAll() {
      for (const request of accepted) await request().catch(() => 'crashed');
    },
  };
}

/** A session without a readable tier: it must be parked, and nothing may come of it. */
function malformed({ at, event }: Planned): Planned {
  const sessionId = `${event.sessionId}-broken`;
  return {
    at,
    event: { ...event, id: `evt-${sessionId}`, sessionId, risk: { tier: 'purple' } },
    zones: [],
    malformed: true,
  };
}
