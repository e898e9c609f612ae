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
  for (const alert of staff.slice(shown)) show(alert, zone);
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
 * The list of this person's alerts, made with the first one; people stand in the order of the ladder.
 * @param {Alert} alert
 */
function listOf({ who, staffId, step }) {
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
  const person = make('div', { class: 'person', 'data-step': step }, title, list);
  const after = [...byId('alerts', HTMLElement).children].find(
    (one) => Number(one.getAttribute('data-step')) > step,
  );
  byId('alerts', HTMLElement).insertBefore(person, after ?? null);
  return list;
}

/**
 * An alert that came by text and by e-mail is one entry.
 * @param {Alert} alert
 * @param {string} zone
 */
function show(alert, zone) {
  const list = listOf(alert);
  const same = list.querySelector(`[data-alert="${alert.id}"] .to`);
  if (same) same.append(` and ${alert.to}`);
  else list.prepend(entry(alert, zone));
}

/**
 * @param {Alert} alert
 * @param {string} zone
 */
function entry({ at, id, to, subject, message }, zone) {
  return make(
    'li',
    { class: 'alert', 'data-alert': id },
    make('p', { class: 'about' }, `${atMinute(at, zone)} · `, make('span', { class: 'to' }, to)),
    ...(subject ? [make('p', { class: 'subject' }, subject)] : []),
    make('p', { class: 'words' }, ...withLinks(message)),
  );
}
