import { make } from './dom.js';
import { plain, stepName, whatToDo, whyDeclined } from './reasons.js';
import { atMinute, wallClock } from './times.js';

/**
 * @typedef {{ checkIn: string, at: string, local: string, channel: string, text: string, segments?: number, tooLateAt?: string, notSent?: string }} Step
 * @typedef {{ reason: string, priority: string, due: string, escalation: boolean }} Task
 * @typedef {{ path: string, problem: string }} Problem
 * @typedef {{ decision: 'start' | 'decline', reason?: string, because?: string[], held?: string, steps: Step[], tasks: Task[] }} Plan
 */

/**
 * One sentence: what closing the session as it stands would do.
 * @param {Plan} plan
 * @param {string} sending the mode of the moment
 */
export function summaryOf({ decision, reason = '', held, steps, tasks }, sending) {
  if (decision === 'decline')
    return `Nothing would be sent. ${whyDeclined(reason)}${tasks.length > 0 ? ' Staff get a task.' : ''}`;
  if (held !== undefined)
    return `The follow-up would start on hold (${plain(held)}): nothing is sent until it is lifted.`;
  const sent = steps.filter((step) => step.notSent === undefined);
  const [first] = sent;
  if (!first && steps.length > 0) return 'Nothing would be sent: no hours fit. Staff call instead.';
  if (!first) return 'A follow-up would start, with nothing to send yet.';
  const count = sent.length === 1 ? '1 message' : `${sent.length} messages`;
  const off = sending === 'off' ? ' Sending is off, so staff would get a call list instead.' : '';
  return `Would send ${count}, the first ${wallClock(first.local)} the client’s time.${off}`;
}

/**
 * What would be sent when, and what staff would be asked to do.
 * @param {Plan} plan
 * @param {string} zone the agency's
 */
export function planParts({ decision, reason = '', because = [], steps, tasks }, zone) {
  const why = because.filter((code) => code !== reason);
  return [
    ...(decision === 'decline'
      ? [make('p', {}, whyDeclined(reason), ...(why.length > 0 ? [` (${why.map(plain).join(', ')})`] : []))]
      : []),
    ...(steps.length > 0
      ? [
          make(
            'p',
            { class: 'quiet' },
            'Each as it reads when the one before was answered, in the client’s time.',
          ),
          make('ol', { class: 'steps' }, ...steps.map(stepItem)),
        ]
      : []),
    ...(tasks.length > 0
      ? [
          make('h3', {}, 'Staff would get'),
          make('ul', { class: 'plain' }, ...tasks.map((task) => taskItem(task, zone))),
        ]
      : []),
    ...(decision === 'decline' && tasks.length === 0
      ? [make('p', { class: 'quiet' }, 'No task for staff follows from this.')]
      : []),
  ];
}

/** @param {Step} step */
function stepItem({ checkIn, local, channel, text, segments, tooLateAt, notSent }) {
  if (notSent !== undefined)
    return make(
      'li',
      {},
      make('strong', {}, stepName(checkIn)),
      ` · not sent, staff call: ${plain(notSent)}`,
    );
  return make(
    'li',
    {},
    make('strong', {}, stepName(checkIn)),
    ` · ${wallClock(local)} · ${channel === 'sms' ? 'text' : 'e-mail'}`,
    make('p', { class: 'words' }, text),
    make(
      'p',
      { class: 'about' },
      [
        ...(segments === undefined ? [] : [segments === 1 ? '1 segment' : `${segments} segments`]),
        ...(tooLateAt === undefined
          ? []
          : [`not sent after ${wallClock(inZoneOf(local, tooLateAt))}; then staff call`]),
      ].join(' · '),
    ),
  );
}

/**
 * @param {Task} task
 * @param {string} zone
 */
function taskItem({ reason, priority, due, escalation }, zone) {
  const first = whatToDo(reason);
  const how = `${priority} priority, by ${atMinute(Date.parse(due), zone)} the agency’s time${escalation ? '; pages at once' : ''}`;
  return make('li', {}, `${first[0]?.toUpperCase() ?? ''}${first.slice(1)} (${how})`);
}

/**
 * The instant `iso` on the clocks that show `local`.
 * @param {string} local ISO 8601 with an offset
 * @param {string} iso
 */
function inZoneOf(local, iso) {
  if (!iso.endsWith('Z')) return iso;
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(local) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return new Date(Date.parse(iso) + offset).toISOString();
}
