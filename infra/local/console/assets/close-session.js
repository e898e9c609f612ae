import { ask } from './ask.js';
import { byId, make, say } from './dom.js';
import { fillForm } from './fill-form.js';
import { choosePhone } from './phone.js';
import { planParts, summaryOf } from './plan.js';
import { clearProblems, showProblems } from './problems.js';
import { freshNumbers, sampleOf } from './samples.js';
import { readSession } from './session-event.js';
import { drawSessionForm, idOf } from './session-form.js';

/** @typedef {import('./live.js').State} State */
/** @typedef {import('./session-fields.js').Choices} Choices */

const PAUSE_MS = 300;
const UNTOUCHED = 'What would be sent shows here as you type.';

/** @type {State | undefined} */
let latest;
/** @type {Choices} */
let choices;
/** @type {AbortController | undefined} */
let asking;
let pause = 0;
let isClosing = false;
/** Until somebody typed, the form asks for nothing. */
let isTouched = false;

const form = () => byId('session', HTMLFormElement);

export async function startClosePanel() {
  choices = (await ask('form')).value;
  form().append(starters());
  drawSessionForm(form(), choices);
  form().append(outcome());
  fillForm(form(), freshNumbers([]));
  showReadAloud();
  form().addEventListener('input', () => {
    isTouched = true;
    showReadAloud();
    previewSoon();
  });
  form().addEventListener('submit', (event) => {
    event.preventDefault();
    void close();
  });
}

function starters() {
  return make(
    'div',
    { class: 'row', role: 'group', 'aria-label': 'Fill the form in' },
    starter('answers', 'Fill in: someone who answers'),
    starter('spanish', 'Fill in: someone in Spanish'),
  );
}

/**
 * @param {import('./samples.js').SampleName} name
 * @param {string} words
 */
function starter(name, words) {
  const button = make('button', { type: 'button' }, words);
  button.addEventListener('click', () => {
    fillForm(form(), sampleOf(name, latest?.clients ?? []));
    isTouched = true;
    showReadAloud();
    void preview();
    say('The form is filled in.');
  });
  return button;
}

function outcome() {
  return make(
    'div',
    { class: 'act' },
    make('p', { id: 'plan-summary', role: 'status' }, UNTOUCHED),
    make('button', { type: 'submit', class: 'main' }, 'Close the session'),
  );
}

function showReadAloud() {
  const language = byId(idOf('language'), HTMLSelectElement).value;
  const quote = byId(idOf('read-aloud'), HTMLElement);
  const sentence = choices.readAloud[language];
  if (sentence) quote.lang = language;
  else quote.removeAttribute('lang');
  quote.textContent =
    sentence ?? 'There is no sentence in this language yet: a person will have to follow up.';
}

function previewSoon() {
  clearTimeout(pause);
  pause = window.setTimeout(() => void preview(), PAUSE_MS);
}

const session = () => readSession(form(), choices, latest?.clock?.now ?? choices.now);

/**
 * Shows what the form as it stands would lead to. Returns the first field that is wrong.
 * @returns {Promise<HTMLElement | undefined>}
 */
async function preview() {
  asking?.abort();
  asking = new AbortController();
  const { event, fields } = session();
  try {
    const { ok, value } = await ask('preview', event, asking.signal);
    if (!ok) setPlan(value.problem, []);
    else if ('problems' in value) {
      showProblems(form(), value.problems, fields);
      setPlan(
        value.problems.length === 1
          ? 'One field needs a look.'
          : `${value.problems.length} fields need a look.`,
        [],
      );
    } else {
      clearProblems(form());
      setPlan(summaryOf(value), planParts(value));
    }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError'))
      setPlan('The local stack does not answer.', []);
  }
  return undefined;
}

/**
 * @param {string} summary
 * @param {readonly Node[]} parts
 */
function setPlan(summary, parts) {
  const status = byId('plan-summary', HTMLElement);
  if (status.textContent !== summary) status.textContent = summary;
  byId('plan', HTMLElement).replaceChildren(...parts);
  byId('plan-panel', HTMLElement).hidden = parts.length === 0;
}

async function close() {
  if (isClosing) return;
  isClosing = true;
  clearTimeout(pause);
  isTouched = true;
  try {
    // What cannot be read would be parked for operators; a form need not go that far.
    const firstWrong = await preview();
    if (firstWrong) return firstWrong.focus();
    const { event } = session();
    byId('plan-summary', HTMLElement).textContent = 'Closing the session…';
    const { ok, value } = await ask('close', event);
    if (ok) showClosed(event);
    else setPlan(`The session was not taken: ${value.problem ?? value.title ?? 'no reason given'}`, []);
  } catch {
    setPlan('The local stack does not answer.', []);
  } finally {
    isClosing = false;
  }
}

/** @param {ReturnType<typeof readSession>['event']} event */
function showClosed({ client, contacts, sessionId }) {
  const who = String(client['preferredName'] ?? client['ref']);
  const phone = contacts.find((contact) => contact['channel'] === 'sms')?.['value'];
  if (typeof phone === 'string') choosePhone(phone);
  const box = byId('closed', HTMLElement);
  box.replaceChildren(
    make('strong', {}, `Session ${sessionId} with ${who} is closed.`),
    ' Now move the clock: “To the next thing due”. The form is ready for another person.',
  );
  box.hidden = false;
  form().reset();
  clearProblems(form());
  const clients = [
    ...(latest?.clients ?? []),
    { ref: String(client['ref']), zone: '', language: '', phone: String(phone) },
  ];
  fillForm(form(), freshNumbers(clients));
  isTouched = false;
  setPlan(UNTOUCHED, []);
  showReadAloud();
  box.focus();
}

/**
 * Keeps the form in step with the play.
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 * @param {boolean} isFirst
 */
export function followInForm(state, changed, isFirst) {
  latest = state;
  if (isFirst && !isTouched) fillForm(form(), freshNumbers(state.clients));
  if (changed.has('sending') && isTouched) previewSoon();
}
