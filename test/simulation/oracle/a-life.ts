import { aLog, CASE, message, SESSION, type Log } from './a-log.ts';

/** A session as most are: moderate, one telephone, consent; say what differs. */
export function aClosing(different: object = {}) {
  return {
    type: 'handrail.session-closed',
    closedAt: '2027-03-01T20:00:00Z',
    client: { ref: 'C-1', language: 'en' },
    contacts: [{ channel: 'sms', value: '+14105550134', safety: 'safe' }],
    consents: [aConsent('2027-03-01T19:55:00Z')],
    risk: { tier: 'moderate' },
    protocol: 'post-crisis',
    ...different,
  };
}

export const aConsent = (givenAt: string, channel = 'sms') => ({ channel, purpose: 'follow-up', givenAt });

/** The session was closed on a Monday at three in New York and its follow-up started. */
export function aStart(different: object = {}, log: Log = aLog()): Log {
  const closing = aClosing(different);
  return log.event('2027-03-01T20:10:00Z', closing).records('2027-03-01T20:10:05Z', SESSION, {
    kind: 'follow-up-started',
    detail: { tier: closing.risk.tier },
  });
}

type When = { sent: string; answered?: string; means?: 'ok' | 'so-so' };

/** A check-in goes out and, where it is said so, is answered. */
export function checkIn(log: Log, id: string, { sent, answered, means = 'ok' }: When): Log {
  log
    .texted(sent, message(id))
    .records(sent, SESSION, { kind: 'message-handed-over', detail: { message: message(id), checkIn: id } });
  if (answered === undefined) return log;
  return log
    .says(answered, `in-${id}`, means)
    .records(answered, SESSION, { kind: 'check-in-answered', detail: { checkIn: id } });
}

export const FIRST = { sent: '2027-03-02T14:10:00Z', answered: '2027-03-02T15:00:00Z' };
export const WEEK = { sent: '2027-03-08T14:20:00Z', answered: '2027-03-08T16:00:00Z' };
export const MONTH = { sent: '2027-03-31T13:20:00Z', answered: '2027-03-31T14:00:00Z' };

/** Everything went as it should: three check-ins, three answers. */
export function aLife(log: Log = aStart()): Log {
  checkIn(log, 'd1', FIRST);
  checkIn(log, 'd7', WEEK);
  return checkIn(log, 'd30', MONTH);
}

/** The client says something after the first check-in that ends the plan, and the rest is cancelled for it. */
export function cancelled(log: Log, at: string, why: string, ids: readonly string[] = ['d7', 'd30']): Log {
  return log.records(
    at,
    SESSION,
    ...ids.map((checkIn) => ({ kind: 'check-in-cancelled', why, detail: { checkIn } })),
  );
}

/** A stop after the first answer, as it should go: all is cancelled and a person follows up. */
export function aStoppedLife(means: 'stop-keyword' | 'stop-words' = 'stop-keyword'): Log {
  const log = checkIn(aStart(), 'd1', FIRST).says('2027-03-02T18:00:00Z', 'in-stop', means);
  cancelled(log, '2027-03-02T18:00:01Z', 'opted-out');
  return withCase(
    log,
    `${CASE}.opted-out.3`,
    '2027-03-02T18:00:02Z',
    '2027-03-03T18:00:00Z',
    '2027-03-03T18:01:00Z',
  );
}

/** A case opens, is told when it is due, acknowledged and closed. */
export function withCase(
  log: Log,
  id: string,
  opened: string,
  dueAt: string,
  told: string,
  kind = 'task-opened',
): Log {
  const later = (minutes: number) => new Date(Date.parse(told) + minutes * 60_000).toISOString();
  return log
    .records(opened, id, { kind, detail: { case: id, priority: 'high', dueAt: Date.parse(dueAt) } })
    .alerted(told, id)
    .acknowledged(later(5), id)
    .closed(later(90), id);
}
