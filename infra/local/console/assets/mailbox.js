import { byId, make } from './dom.js';
import { markNews } from './panels.js';
import { atMinute } from './times.js';

/** @typedef {import('./live.js').State} State */
/** @typedef {import('./live.js').Mail} Mail */

const asHtml = () => byId('mail-as-html', HTMLButtonElement);
const asText = () => byId('mail-as-text', HTMLButtonElement);

export function startMailboxPanel() {
  asHtml().addEventListener('click', () => showAs('html'));
  asText().addEventListener('click', () => showAs('text'));
}

/** @param {'html' | 'text'} kind */
function showAs(kind) {
  asHtml().setAttribute('aria-pressed', String(kind === 'html'));
  asText().setAttribute('aria-pressed', String(kind === 'text'));
  byId('mail-html', HTMLIFrameElement).hidden = kind !== 'html';
  byId('mail-text', HTMLElement).hidden = kind !== 'text';
}

let shown = 0;

/**
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 * @param {boolean} isFirst
 */
export function showMailbox({ mails, clients, clock }, changed, isFirst) {
  if (!changed.has('mails')) return;
  const list = byId('mails', HTMLElement);
  if (isFirst) {
    shown = 0;
    list.replaceChildren();
  }
  byId('mailbox-empty', HTMLElement).hidden = mails.length > 0;
  for (const mail of mails.slice(shown)) {
    const client = clients.find(({ email }) => email !== undefined && mail.to.includes(email));
    list.prepend(make('li', {}, opener(mail, client?.zone ?? clock?.zone ?? 'UTC')));
  }
  if (mails.length > shown && !isFirst) markNews('mailbox');
  shown = mails.length;
}

/**
 * @param {Mail} mail
 * @param {string} zone
 */
function opener(mail, zone) {
  const when = atMinute(mail.at, zone);
  const button = make(
    'button',
    { type: 'button', class: 'opener' },
    make('span', { class: 'subject' }, mail.subject),
    make('span', { class: 'quiet' }, `${mail.to.join(', ')} · ${when}`),
  );
  button.addEventListener('click', () => open(mail, when));
  return button;
}

/**
 * @param {Mail} mail
 * @param {string} when
 */
function open({ number, subject, from, to, text, hasHtml }, when) {
  byId('mail', HTMLElement).hidden = false;
  byId('mail-subject', HTMLElement).textContent = subject;
  byId('mail-about', HTMLElement).textContent = `From ${from} to ${to.join(', ')}, ${when}`;
  byId('mail-text', HTMLElement).textContent = text;
  byId('mail-html', HTMLIFrameElement).src = hasHtml ? `/console/mail/${number}` : 'about:blank';
  showAs(hasHtml ? 'html' : 'text');
  byId('mail-subject', HTMLElement).focus();
}
