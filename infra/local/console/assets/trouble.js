import { ask } from './ask.js';
import { byId, make, offer, say } from './dom.js';
import { atMinute } from './times.js';

/** @typedef {import('./live.js').State} State */

const kinds = {
  429: 'the carrier says “too many” (429)',
  '500-before': 'the carrier fails before sending (500)',
  '500-after': 'the carrier fails after sending (500)',
  'silence-before': 'the carrier does not answer, and did not send',
  'silence-after': 'the carrier does not answer, but did send',
  21610: 'the carrier refuses: opted out (21610)',
  30003: 'the phone cannot be reached (30003)',
  'lose-receipts': 'receipts of one text get lost',
  'lose-inbound': 'the client’s next text never reaches us',
  'phone-off': 'the client’s phone is switched off',
  'phone-on': 'the client’s phone is switched on again',
  'bounce-mail': 'e-mail to the client bounces from now on',
};

/** @type {State | undefined} */
let latest;

export function startTroublePanel() {
  offer(
    byId('trouble-kind', HTMLSelectElement),
    Object.entries(kinds).map(([value, words]) => ({ value, words })),
  );
  byId('trouble-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void arrange();
  });
  byId('sending-switch', HTMLButtonElement).addEventListener(
    'click',
    () => void ask('sending', { mode: latest?.sending === 'off' ? 'live' : 'off' }),
  );
}

async function arrange() {
  const kind = byId('trouble-kind', HTMLSelectElement).value;
  const ref = byId('trouble-to', HTMLSelectElement).value;
  const client = latest?.clients.find((one) => one.ref === ref);
  const to = kind === 'bounce-mail' ? client?.email : client?.phone;
  const problem = byId('trouble-problem', HTMLElement);
  const { ok, value } = await ask('trouble', { kind, ...(to !== undefined && { to }) });
  problem.hidden = ok;
  problem.textContent = ok ? '' : value.problem;
  if (ok) say('Arranged.');
}

/**
 * @param {State} state
 * @param {ReadonlySet<string>} changed
 */
export function showTrouble(state, changed) {
  latest = state;
  const { sending, clients, troubles, clock } = state;
  if (changed.has('sending')) {
    byId('sending-now', HTMLElement).textContent =
      sending === 'off'
        ? 'Sending is off: everything runs, nothing is handed to the carrier, each check-in becomes a line on the call list.'
        : `Sending is ${sending}: due texts go to the stand-in carrier.`;
    byId('sending-switch', HTMLButtonElement).textContent =
      sending === 'off' ? 'Go live' : 'Switch sending off';
  }
  if (changed.has('clients'))
    offer(byId('trouble-to', HTMLSelectElement), [
      { value: '', words: 'anyone' },
      ...clients.map(({ ref, name }) => ({ value: ref, words: name ? `${name} (${ref})` : ref })),
    ]);
  if (changed.has('troubles'))
    byId('troubles', HTMLElement).replaceChildren(
      ...troubles.map(({ at, kind, to }) => {
        const words = Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? kind;
        return make('li', {}, `${atMinute(at, clock?.zone ?? 'UTC')} · ${words}${to ? ` · ${to}` : ''}`);
      }),
    );
}
