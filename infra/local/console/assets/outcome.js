import { byId, make } from './dom.js';

const UNTOUCHED = 'What would be sent shows here as you type.';

/** The form's last line: what closing it would do, and the button. */
export function drawOutcome() {
  return make(
    'div',
    { class: 'act' },
    make('p', { id: 'plan-summary', role: 'status' }, UNTOUCHED),
    make('button', { type: 'submit', class: 'main' }, 'Close the session'),
  );
}

/**
 * Says in one sentence what closing would do, and shows the details beside the form.
 * @param {string} [summary]
 * @param {readonly Node[]} [parts]
 */
export function setPlan(summary = UNTOUCHED, parts = []) {
  const status = byId('plan-summary', HTMLElement);
  if (status.textContent !== summary) status.textContent = summary;
  byId('plan', HTMLElement).replaceChildren(...parts);
  byId('plan-panel', HTMLElement).hidden = parts.length === 0;
}
