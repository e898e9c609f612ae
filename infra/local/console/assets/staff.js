import { byId, make, withLinks } from './dom.js';
import { markNews } from './panels.js';
import { atMinute } from './times.js';

/** @typedef {import('./live.js').State} State */
/** @typedef {import('./live.js').Alert} Alert */

let shown = 0;

/**
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 * @param {boolean} isFirst
 */
export function showStaff({ staff, alarms, clock }, changed, isFirst) {
  if (changed.has('alarms')) showAlarms(alarms);
  if (!changed.has('staff')) return;
  const zone = clock?.zone ?? 'UTC';
  if (isFirst) {
    shown = 0;
    byId('alerts', HTMLElement).replaceChildren();
  }
  byId('staff-empty', HTMLElement).hidden = staff.length > 0;
  for (const alert of staff.slice(shown)) listOf(alert).prepend(message(alert, zone));
  if (staff.length > shown && !isFirst) markNews('staff');
  shown = staff.length;
}

/** @param {readonly string[]} alarms */
function showAlarms(alarms) {
  const box = byId('alarms', HTMLElement);
  box.hidden = alarms.length === 0;
  box.textContent = `In alarm now: ${alarms.join(', ')}`;
}

/**
 * The list of this person's alerts, made with the first one.
 * @param {Alert} alert
 */
function listOf({ who, staffId }) {
  const id = `alerts-of-${who.replaceAll(/\W+/g, '-')}`;
  const known = document.getElementById(id);
  if (known) return known;
  const list = make('ul', { id, class: 'plain' });
  const title = make(
    'h3',
    {},
    who,
    ...(staffId ? [make('span', { class: 'quiet' }, ` staff id ${staffId}`)] : []),
  );
  byId('alerts', HTMLElement).append(title, list);
  return list;
}

/**
 * @param {Alert} alert
 * @param {string} zone
 */
function message({ at, by, to, subject, message }, zone) {
  return make(
    'li',
    { class: 'alert' },
    make('p', { class: 'about' }, `${atMinute(at, zone)} · ${by} to ${to}`),
    ...(subject ? [make('p', { class: 'subject' }, subject)] : []),
    make('p', { class: 'words' }, ...withLinks(message)),
  );
}
