import { ask } from './ask.js';
import { byId, make, say } from './dom.js';
import { fillForm } from './fill-form.js';
import { drawOutcome, setPlan } from './outcome.js';
import { choosePhone } from './phone.js';
import { planParts, summaryOf } from './plan.js';
import { clearProblems, showProblems } from './problems.js';
import { freshNumbers, sampleOf } from './samples.js';
import { readSession } from './session-event.js';
import { drawSessionForm, idOf } from './session-form.js';

/** @typedef {import('./live.js').State} State */
/** @typedef {import('./session-fields.js').Choices} Choices */

const PAUSE_MS = 300;
const NO_ANSWER = 'The local stack does not answer.';

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
  form().append(drawOutcome());
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

/** Shows what the form as it stands would lead to; a newer look makes an older one void. */
async function preview() {
  asking?.abort();
  asking = new AbortController();
  try {
    await judge(asking.signal);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) setPlan(NO_ANSWER);
  }
}

/**
 * Asks what the form as it stands would lead to, and shows it.
 * @param {AbortSignal} [signal]
 */
async function judge(signal) {
  const { event, fields } = readSession(form(), choices, latest?.clock?.now ?? choices.now);
  const { ok, value } = await ask('preview', event, signal);
  if (!ok) {
    setPlan(value.problem);
    return { event, isGood: false };
  }
  if ('problems' in value) {
    const count = value.problems.length;
    setPlan(count === 1 ? 'One field needs a look.' : `${count} fields need a look.`);
    return { event, isGood: false, firstWrong: showProblems(form(), value.problems, fields) };
  }
  clearProblems(form());
  setPlan(summaryOf(value, latest?.sending ?? ''), planParts(value, choices.zone));
  return { event, isGood: true };
}

async function close() {
  if (isClosing) return;
  isClosing = true;
  isTouched = true;
  clearTimeout(pause);
  asking?.abort();
  try {
    // What cannot be read would be parked for operators; a form need not go that far.
    const { event, isGood, firstWrong } = await judge();
    firstWrong?.focus();
    if (isGood) await post(event);
  } catch {
    setPlan(NO_ANSWER);
  } finally {
    isClosing = false;
  }
}

/** @param {ReturnType<typeof readSession>['event']} event */
async function post(event) {
  byId('plan-summary', HTMLElement).textContent = 'Closing the session…';
  const { ok, value } = await ask('close', event);
  if (ok) showClosed(event);
  else setPlan(`The session was not taken: ${value.problem ?? value.title ?? 'no reason given'}`);
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
  setPlan();
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
