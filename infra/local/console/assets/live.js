/**
 * @typedef {{ ref: string, name?: string, phone?: string, email?: string, zone: string, language: string }} Client
 * @typedef {{ sid: string, phone: string, by: 'handrail' | 'carrier' | 'client', at: number, body: string, segments: number, status: string, errorCode?: number }} Text
 * @typedef {{ number: number, at: number, from: string, to: string[], subject: string, text: string, hasHtml: boolean }} Mail
 * @typedef {{ at: number, id: string, who: string, isOperators: boolean, staffId: string, step: number, to: string, subject: string, message: string }} Alert
 * @typedef {{ when: string, at: string, kind: string, client?: string, title: string, details: string[], words?: string }} Line
 * @typedef {{ now: number, zone: string, pace: number, leap: { from: number, to: number } | null }} Clock
 * @typedef {{
 *   clock: Clock | undefined, next: { at: number, what: string } | null, clients: Client[], sending: string,
 *   troubles: { at: number, kind: string, to?: string }[], alarms: string[],
 *   texts: Map<string, Text>, mails: Mail[], staff: Alert[], lines: Line[],
 * }} State
 * @typedef {(state: State, changed: ReadonlySet<string>, isFirst: boolean) => void} Show
 */

/** @returns {State} */
const empty = () => ({
  clock: undefined,
  next: null,
  clients: [],
  sending: '',
  troubles: [],
  alarms: [],
  texts: new Map(),
  mails: [],
  staff: [],
  lines: [],
});

/**
 * Follows the running stack and shows what changed; after a lost connection all comes anew.
 * @param {readonly Show[]} shows
 * @param {(isLost: boolean) => void} onLost
 */
export function followStack(shows, onLost) {
  let state = empty();
  let isFirst = true;
  const source = new EventSource('/console/live');
  source.addEventListener('hello', () => {
    state = empty();
    isFirst = true;
    onLost(false);
  });
  source.addEventListener('error', () => onLost(true));
  source.addEventListener('update', (event) => {
    const update = JSON.parse(event.data);
    merge(state, update);
    const changed = new Set(isFirst ? Object.keys(state) : Object.keys(update));
    for (const show of shows) show(state, changed, isFirst);
    isFirst = false;
  });
}

/**
 * @param {State} state
 * @param {Record<string, any>} update
 */
function merge(state, { texts = [], mails = [], staff = [], lines = [], ...whole }) {
  Object.assign(state, whole);
  for (const text of texts) state.texts.set(text.sid, text);
  state.mails.push(...mails);
  state.staff.push(...staff);
  state.lines.push(...lines);
}
