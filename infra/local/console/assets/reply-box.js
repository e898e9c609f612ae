import { ask } from './ask.js';
import { byId, say } from './dom.js';

/**
 * What the client answers; Enter sends, Shift and Enter begins a line.
 * @param {() => string} phone the number that is shown
 */
export function startReplyBox(phone) {
  const words = byId('reply-words', HTMLTextAreaElement);
  byId('reply', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void sendWritten(words, phone);
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId('reply', HTMLFormElement).requestSubmit();
  });
  for (const button of document.querySelectorAll('[data-reply]'))
    button.addEventListener('click', () => void send(button.getAttribute('data-reply') ?? '', phone()));
}

/**
 * @param {HTMLTextAreaElement} words
 * @param {() => string} phone
 */
async function sendWritten(words, phone) {
  if (await send(words.value, phone())) words.value = '';
  words.focus();
}

/**
 * @param {string} body
 * @param {string} phone
 */
async function send(body, phone) {
  const problem = byId('reply-problem', HTMLElement);
  problem.hidden = true;
  if (body.trim() === '' || !phone) {
    problem.textContent = 'Write something first.';
    problem.hidden = false;
    return false;
  }
  try {
    const { ok, value } = await ask('text', { phone, body });
    say(ok ? `Sent: ${body}` : '');
    if (ok) return true;
    problem.textContent = value.problem;
  } catch {
    problem.textContent = 'The local stack does not answer.';
  }
  problem.hidden = false;
  return false;
}
