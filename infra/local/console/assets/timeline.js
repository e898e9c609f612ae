import { byId, make, offer } from './dom.js';
import { markNews } from './panels.js';

/** @typedef {import('./live.js').State} State */
/** @typedef {import('./live.js').Line} Line */

/** A page with thousands of lines would be slow; the whole timeline is what `handrail demo` prints. */
const MOST_LINES = 500;

/** @type {State | undefined} */
let latest;
let shown = 0;

const select = () => byId('timeline-client', HTMLSelectElement);
const list = () => byId('lines', HTMLElement);

export function startTimelinePanel() {
  select().addEventListener('change', () => latest && render(latest, true));
}

/**
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 * @param {boolean} isFirst
 */
export function showTimeline(state, changed, isFirst) {
  latest = state;
  if (!changed.has('lines') && !changed.has('clients')) return;
  if (changed.has('lines') && !isFirst) markNews('timeline');
  // A client's name may become known after their first line.
  render(state, isFirst || changed.has('clients'));
}

/**
 * @param {State} state
 * @param {boolean} anew
 */
function render({ lines, clients }, anew) {
  byId('timeline-empty', HTMLElement).hidden = lines.length > 0;
  byId('timeline-body', HTMLElement).hidden = lines.length === 0;
  const names = new Map(clients.map(({ ref, name }) => [ref, name ? `${name} (${ref})` : ref]));
  const refs = new Set(lines.flatMap(({ client }) => (client === undefined ? [] : [client])));
  offer(select(), [
    { value: '', words: 'everyone' },
    ...[...refs].map((ref) => ({ value: ref, words: names.get(ref) ?? ref })),
  ]);
  if (anew) {
    shown = 0;
    list().replaceChildren();
  }
  const wanted = select().value;
  for (const line of lines.slice(shown))
    if (wanted === '' || line.client === wanted) list().prepend(item(line, names));
  while (list().children.length > MOST_LINES) list().lastElementChild?.remove();
  shown = lines.length;
}

/**
 * @param {Line} line
 * @param {ReadonlyMap<string, string>} names
 */
function item({ when, at, kind, client, title, details, words }, names) {
  const who = client === undefined ? '' : (names.get(client) ?? client);
  return make(
    'li',
    { class: `line ${kind}` },
    make('time', { datetime: at }, when),
    make('strong', {}, ` · ${title}`),
    ...(who ? [` · ${who}`] : []),
    ...(details.length > 0 ? [make('span', { class: 'quiet' }, ` · ${details.join(' · ')}`)] : []),
    ...(words ? [make('q', {}, words)] : []),
  );
}
