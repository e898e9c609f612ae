import { DAY, instantOf, MINUTE, wallTimeAt } from './clock.ts';
import { firstOpen, type Window } from './hours.ts';
import type { Closing, Session, Story } from './model.ts';
import { SPREAD_MINUTES } from './protocol.ts';

/**
 * The latest time at which a check-in of a later day is sent: on that local day after closing, early in its window, by
 * the hours of whichever contact opens last; within three days more where the day has no open hours. Hours that were named
 * of a contact at any time may still hold.
 */
export function latestSending(story: Story, session: Session, closing: Closing, days: number): number {
  const { closedAt, event } = closing;
  const [zone = story.known.agencyZone] = session.zones;
  const day = wallTimeAt(closedAt, zone).day + days;
  const times = event.contacts.flatMap(({ value }) => {
    const states = story.people.get(session.person)?.windows.get(value) ?? [];
    const said = states.find(({ saidAt }) => saidAt === closedAt)?.window;
    if (!said) return [];
    const named = states.map(({ window }) => ({
      zones: said.zones,
      hours: [...said.hours, ...window.hours],
    }));
    return [said, ...named].map((window) => openingOn(day, zone, window));
  });
  const known = times.filter((time) => time !== undefined);
  return Math.max(closedAt + days * DAY, ...known.map((time) => time + SPREAD_MINUTES * MINUTE));
}

const openings = new Map<string, number | undefined>();

function openingOn(day: number, zone: string, window: Window): number | undefined {
  const search = () => firstOpen(instantOf(day, 0, zone), window, 4);
  if (new Set(window.hours).size > 1) return search();
  const [hours] = window.hours[0] ?? [];
  const key = `${window.zones.join()} ${day} ${hours?.from} ${hours?.to}`;
  const known = openings.get(key) ?? search();
  openings.set(key, known);
  return known;
}
