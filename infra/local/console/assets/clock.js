import { ask } from './ask.js';
import { byId, say } from './dom.js';
import { atMinute, atSecond, inUtc } from './times.js';

/** @typedef {import('./live.js').State} State */

const buttons = () =>
  [...document.querySelectorAll('.moves button')].filter((button) => button instanceof HTMLButtonElement);

export function startClockPanel() {
  const pace = byId('clock-pace', HTMLSelectElement);
  pace.addEventListener('change', () => void ask('clock', { pace: Number(pace.value) }));
  for (const button of buttons())
    button.addEventListener('click', () => {
      // Not disabled, so that the keyboard stays where it is.
      if (button.getAttribute('aria-disabled') === 'true') return;
      const by = button.dataset['by'];
      void move(by === undefined ? { to: 'next' } : { by: Number(by) });
    });
}

/** @param {{ to: string } | { by: number }} where */
async function move(where) {
  setMoving(true);
  say('The clock is moving.');
  try {
    const { ok, value } = await ask('clock', where);
    if (!ok) say(`The clock did not move: ${value.problem}`);
    else say(value.reached ? `Reached: ${value.reached.what}.` : 'The clock has moved.');
  } catch {
    say('The clock did not move: the local stack does not answer.');
  } finally {
    setMoving(false);
  }
}

/** @param {boolean} isMoving */
function setMoving(isMoving) {
  for (const button of buttons()) button.setAttribute('aria-disabled', String(isMoving));
}

/**
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 */
export function showClock({ clock, next }, changed) {
  if (!clock || !(changed.has('clock') || changed.has('next'))) return;
  const { now, zone, leap, pace } = clock;
  const time = byId('clock-now', HTMLTimeElement);
  time.textContent = atSecond(now, zone);
  time.dateTime = new Date(now).toISOString();
  byId('clock-zone', HTMLElement).textContent = placeOf(zone);
  byId('clock-utc', HTMLElement).textContent = `· ${inUtc(now, zone)}`;
  byId('clock-due', HTMLElement).textContent = leap ? '' : dueWords(next, zone);
  const select = byId('clock-pace', HTMLSelectElement);
  if (document.activeElement !== select) select.value = String(pace);
  byId('clock-moving', HTMLElement).hidden = !leap;
  if (!leap) return;
  byId('clock-progress', HTMLProgressElement).value = (now - leap.from) / (leap.to - leap.from);
  byId('clock-moving-words', HTMLElement).textContent = `Moving to ${atMinute(leap.to, zone)}`;
}

/**
 * @param {State['next']} next
 * @param {string} zone
 */
const dueWords = (next, zone) =>
  next ? `Next, ${atMinute(next.at, zone)}: ${next.what}` : 'Nothing is due yet.';

/** @param {string} zone */
const placeOf = (zone) => `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} (the agency)`;
