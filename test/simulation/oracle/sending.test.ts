import { describe, expect, it } from 'vitest';
import { aClosing, aConsent, aLife, aStart, checkIn, FIRST, MONTH, WEEK } from './a-life.ts';
import { aLog, message, PHONE, SESSION, type Log } from './a-log.ts';
import { documentOf } from './ids.ts';
import { ledger as ledgerOf } from './ledger.ts';
import { casesBySession } from './people.ts';
import { plansOf } from './plans.ts';
import { judgeSending } from './sending.ts';
import { storyOf } from './story.ts';

const because = (log: Log): string => {
  const story = storyOf(log.known, log.seen());
  const ledger = ledgerOf();
  const byDocument = Map.groupBy(story.messages.values(), ({ doc }) => doc);
  judgeSending(story, ledger, plansOf(story, byDocument), casesBySession(story));
  return ledger
    .verdict()
    .violations.map((one) => one.because)
    .join('\n');
};

const ends = (log: Log, time: string, kind: string, id: string, why = ''): Log =>
  log.records(time, SESSION, { kind: `check-in-${kind}`, why, detail: { checkIn: id } });

/** The check-ins of days 1 and 30 are answered; that of day 7 is left to say. */
const allButWeek = (log: Log = aStart()): Log => checkIn(checkIn(log, 'd1', FIRST), 'd30', MONTH);
const weekNotSent = (log: Log = allButWeek()): Log =>
  ends(log, '2027-03-10T01:30:00Z', 'not-sent', 'd7', 'too-late');

const outage = (from: string, until: string) =>
  ({
    at: Date.parse(from),
    kind: 'trouble-began',
    trouble: 'region-outage',
    until: Date.parse(until),
  }) as const;

const caring = (): Log => aStart({ protocol: 'caring-contacts', risk: { tier: 'low' } });

describe('what is said not to have been sent', () => {
  it('is a lie where the window was open and nothing stood in the way', () => {
    expect(because(weekNotSent())).toMatch(/d7: check-in-not-sent \(too-late\), but its window was open/);
    expect(because(aLife())).toBe('');
  });

  it('is believed where everything stood still until it was too late', () => {
    const still = outage('2027-03-08T05:00:00Z', '2027-03-10T01:00:00Z');
    expect(because(weekNotSent(allButWeek().sees(still)))).toBe('');
    const short = outage('2027-03-08T05:00:00Z', '2027-03-08T16:00:00Z');
    expect(because(weekNotSent(allButWeek().sees(short)))).toMatch(/but its window was open/);
  });

  it('is believed where the hours of the contact leave no room', () => {
    const hours = { from: '09:00', to: '09:40' };
    const contacts = [{ channel: 'sms', value: PHONE, safety: 'safe', safeHours: hours }];
    expect(because(weekNotSent(allButWeek(aStart({ contacts }))))).not.toMatch(/d7: check-in-not-sent/);
  });

  it('is believed where the carrier refused a text to this contact', () => {
    const at = Date.parse('2027-03-08T14:20:00Z');
    const asked = { at, request: 900, messageId: message('d7'), to: PHONE };
    const refused = allButWeek().sees(
      { ...asked, kind: 'carrier-asked', text: 'text', validForSeconds: 60 },
      { ...asked, kind: 'carrier-refused', code: '30003' },
    );
    expect(because(weekNotSent(refused))).toBe('');
  });

  it('is believed where other messages took up the day', () => {
    const full = allButWeek();
    for (const hour of [14, 15, 16])
      full
        .texted(`2027-03-08T${hour}:05:00Z`, `fu#other~d${hour}~1~sms`)
        .records(`2027-03-08T${hour}:05:00Z`, 'fu#other', {
          kind: 'message-handed-over',
          detail: { message: `fu#other~d${hour}~1~sms` },
        });
    expect(because(weekNotSent(full))).toBe('');
  });

  it('is a lie of a caring contact, too, which no check-in is missed for', () => {
    const left = ends(caring(), '2027-03-06T12:00:00Z', 'not-sent', 'cc1', 'too-late');
    expect(because(left)).toMatch(/cc1: check-in-not-sent \(too-late\), but its window was open/);
  });
});

describe('what the record says of a message', () => {
  it('sent as planned means that the carrier took it', () => {
    expect(because(ends(caring(), FIRST.sent, 'sent', 'cc1'))).toMatch(/cc1: check-in-sent .*nobody took it/);
    const went = caring().texted(FIRST.sent, message('cc1'));
    expect(because(ends(went, FIRST.sent, 'sent', 'cc1'))).not.toMatch(/cc1/);
  });

  it('not delivered means that the carrier refused it or gave it up', () => {
    const log = checkIn(allButWeek(), 'd7', { sent: WEEK.sent });
    const said = ends(log, '2027-03-08T18:00:00Z', 'not-delivered', 'd7', '30003');
    expect(because(said)).toMatch(/d7: check-in-not-delivered \(30003\), but nobody refused it/);
    const week = said.seen().find((one) => one.kind === 'carrier-took' && one.messageId === message('d7'));
    if (week?.kind !== 'carrier-took') throw new Error('nobody took it');
    said.sees({
      at: Date.parse('2027-03-08T17:00:00Z'),
      kind: 'carrier-gave-up',
      sid: week.sid,
      to: PHONE,
      code: '30003',
    });
    expect(because(said)).toBe('');
  });
});

describe('the time of a check-in', () => {
  it('the first leaves people twelve hours where its ceiling does', () => {
    const soon = { sent: '2027-03-01T22:00:00Z', answered: '2027-03-01T23:00:00Z' };
    expect(because(checkIn(aStart(), 'd1', soon))).toMatch(
      /d1: it went out at 2027-03-01T22:00:00.000Z, before/,
    );
  });

  it('the first goes sooner where no window opens between', () => {
    const high = aStart({ risk: { tier: 'high' }, closedAt: '2027-03-01T10:00:00Z' });
    const soon = { sent: '2027-03-01T21:00:00Z', answered: '2027-03-01T22:00:00Z' };
    expect(because(checkIn(high, 'd1', soon))).not.toMatch(/d1: it went out/);
  });

  it('a later one does not go before its day', () => {
    const early = { sent: '2027-03-04T14:20:00Z', answered: '2027-03-04T16:00:00Z' };
    const log = checkIn(checkIn(aStart(), 'd1', FIRST), 'd7', early);
    expect(because(checkIn(log, 'd30', MONTH))).toMatch(/d7: it went out at 2027-03-04/);
  });
});

describe('silence after the first attempt', () => {
  const silent = () => checkIn(allButWeek(), 'd7', { sent: WEEK.sent });

  it('is not enough to call a check-in missed while its window opens again', () => {
    const once = ends(silent(), '2027-03-09T03:00:00Z', 'missed', 'd7');
    expect(because(once)).toMatch(/d7: missed, and .* no second attempt although its window was open/);
    const again = ends(
      silent().texted('2027-03-09T14:05:00Z', message('d7', 2)),
      '2027-03-10T03:00:00Z',
      'missed',
      'd7',
    );
    expect(because(again)).toBe('');
  });

  it('is enough where everything stood still until the silence counted', () => {
    const still = silent().sees(outage('2027-03-09T05:00:00Z', '2027-03-11T05:00:00Z'));
    expect(because(ends(still, '2027-03-11T06:00:00Z', 'missed', 'd7'))).toBe('');
  });
});

describe('the floor', () => {
  const sessions = (sent: number): Log => {
    const log = aLog();
    for (let nth = 0; nth < 10; nth += 1) {
      const value = `+1410555015${nth}`;
      const closing = aClosing({
        client: { ref: `C-${nth}`, language: 'en' },
        contacts: [{ channel: 'sms', value, safety: 'safe' }],
        consents: [aConsent('2027-03-01T19:55:00Z')],
      });
      const person = { person: `C-${nth}` };
      log.event('2027-03-01T20:10:00Z', { ...closing, sessionId: `T-${nth}` }, person);
      const doc = documentOf('riverbend', `T-${nth}`);
      log.records('2027-03-01T20:10:05Z', doc, { kind: 'follow-up-started', detail: { tier: 'moderate' } });
      if (nth >= sent) continue;
      for (const [id, { sent: at }] of Object.entries({ d1: FIRST, d7: WEEK, d30: MONTH }))
        log.texted(at, `${doc}~${id}~1~sms`, { to: value });
    }
    return log;
  };

  it('is that nine of ten go out, whatever became of the rest', () => {
    expect(because(sessions(8))).toMatch(/of 30 messages that nothing stood in the way of, 24 went out/);
    expect(because(sessions(9))).not.toMatch(/nothing stood in the way/);
  });
});
