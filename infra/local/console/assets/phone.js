import { byId, make, offer } from './dom.js';
import { markNews } from './panels.js';
import { startReplyBox } from './reply-box.js';
import { atMinute } from './times.js';

/** @typedef {import('./live.js').State} State */
/** @typedef {import('./live.js').Text} Text */
/** @typedef {import('./live.js').Client} Client */

const OTHER = 'other';
const senders = { handrail: 'Handrail', carrier: 'the carrier itself', client: 'the client' };

/** @type {State | undefined} */
let latest;
let shownFor = '';
/** @type {Map<string, string>} */
const shownStates = new Map();

const select = () => byId('phone-client', HTMLSelectElement);

export function startPhonePanel() {
  select().addEventListener('change', () => latest && render(latest));
  byId('phone-other', HTMLInputElement).addEventListener('change', () => latest && render(latest));
  startReplyBox(chosenPhone);
}

/**
 * Shows this client's phone.
 * @param {string} phone E.164
 */
export function choosePhone(phone) {
  wanted = phone;
  if (latest) render(latest);
}
let wanted = '';

const chosenPhone = () =>
  select().value === OTHER ? byId('phone-other', HTMLInputElement).value.trim() : select().value;

/**
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 * @param {boolean} isFirst
 */
export function showPhone(state, changed, isFirst) {
  latest = state;
  if (!changed.has('texts') && !changed.has('clients')) return;
  if (changed.has('texts') && !isFirst) markNews('phone');
  render(state);
}

/** @param {State} state */
function render({ clients, texts }) {
  const withPhone = clients.filter((client) => client.phone !== undefined);
  byId('phone-empty', HTMLElement).hidden = withPhone.length > 0;
  byId('phone-body', HTMLElement).hidden = withPhone.length === 0;
  offer(select(), [
    ...withPhone.map(({ phone = '', name, ref }) => ({
      value: phone,
      words: `${name ?? 'No name'} (${ref}), ${phone}`,
    })),
    { value: OTHER, words: 'somebody else' },
  ]);
  if (wanted !== '' && withPhone.some(({ phone }) => phone === wanted)) {
    select().value = wanted;
    wanted = '';
  }
  byId('phone-other-field', HTMLElement).hidden = select().value !== OTHER;
  const phone = chosenPhone();
  const zone = withPhone.find((client) => client.phone === phone)?.zone ?? latest?.clock?.zone ?? 'UTC';
  showTexts(
    [...texts.values()].filter((text) => text.phone === phone),
    phone,
    zone,
  );
}

/**
 * Adds what is new and changes states in place, so that only news is read out.
 * @param {readonly Text[]} texts
 * @param {string} phone
 * @param {string} zone
 */
function showTexts(texts, phone, zone) {
  const list = byId('phone-texts', HTMLElement);
  if (shownFor !== `${phone} ${zone}`) {
    list.replaceChildren();
    shownStates.clear();
    shownFor = `${phone} ${zone}`;
  }
  for (const text of texts) {
    const state = `${text.status} ${text.errorCode ?? ''}`;
    if (shownStates.get(text.sid) === state) continue;
    const isNew = !shownStates.has(text.sid);
    shownStates.set(text.sid, state);
    if (isNew) {
      list.append(bubble(text, zone));
      const screen = byId('phone-screen', HTMLElement);
      screen.scrollTop = screen.scrollHeight;
    } else list.querySelector(`#t-${text.sid} .state`)?.replaceChildren(stateOf(text));
  }
}

/**
 * @param {Text} text
 * @param {string} zone
 */
function bubble(text, zone) {
  const { sid, by, at, body, segments } = text;
  return make(
    'li',
    { class: by === 'client' ? 'bubble mine' : `bubble ${by}`, id: `t-${sid}` },
    make('p', { class: 'words' }, body),
    make(
      'p',
      { class: 'about' },
      `${atMinute(at, zone)} · ${senders[by]}`,
      ...(segments > 1 ? [` · ${segments} segments`] : []),
      ...(by === 'client' ? [] : [' · ', make('span', { class: 'state' }, stateOf(text))]),
    ),
  );
}

/** @param {Text} text */
function stateOf({ status, errorCode }) {
  if (status === 'undelivered' || status === 'failed') return `not delivered (${errorCode ?? 'no code'})`;
  return status === 'accepted' || status === 'queued' ? 'on its way' : status;
}
