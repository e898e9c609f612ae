import { describe, expect, it } from 'vitest';
import { aClosing, aLife, aStart, checkIn, FIRST, WEEK } from './a-life.ts';
import { aLog, message, PHONE, SESSION, type Log } from './a-log.ts';
import { documentOf } from './ids.ts';
import { judge } from './judge.ts';

const because = (log: Log, ...promises: string[]) =>
  judge(log.known, log.seen())
    .violations.filter(({ promise }) => promises.includes(promise))
    .map((one) => one.because)
    .join('\n');
const wrong = (log: Log) => because(log, 'silentlyLost', 'leaked');

const client = (language: string, preferredName?: string) => ({
  client: { ref: 'C-1', language, ...(preferredName && { preferredName }) },
});
const english = 'Hi Maya, Riverbend Care checking in. Reply 1 doing ok.';
const spanish = 'Hola Maya, es Riverbend Care, como quedamos. Responde 1 bien.';
const first = (text: string, closing = client('en', 'Maya')) =>
  aStart(closing).texted(FIRST.sent, message('d1'), { text });
/** Another client of the agency, who goes by this name. */
const withAnother = (log: Log, preferredName: string) => {
  const closing = { ...aClosing({ contacts: [] }), sessionId: 'S-2' };
  const another = { ...closing, client: { ref: 'C-2', language: 'en', preferredName } };
  return log.event('2027-03-01T20:10:00Z', another, { person: 'C-2' });
};
const LANGUAGE = /not in the client's language/;

describe('what a check-in says', () => {
  it('is in the language of the client', () => {
    expect(wrong(first(english))).not.toMatch(LANGUAGE);
    expect(wrong(first(spanish))).toMatch(LANGUAGE);
    expect(wrong(first(spanish, client('es-MX')))).not.toMatch(LANGUAGE);
    expect(wrong(first(english, client('es')))).toMatch(LANGUAGE);
    expect(wrong(first('Riverbend Care', client('es')))).toMatch(LANGUAGE);
  });

  it('may be in either while the news that it changed settles, and then only in the new one', () => {
    const moved = (text: string, sent: string) =>
      wrong(
        aStart()
          .event('2027-03-08T14:00:00Z', aClosing({ ...client('es'), closedAt: '2027-03-08T13:50:00Z' }))
          .texted(sent, message('d7'), { text }),
      );
    expect(moved(english, WEEK.sent)).not.toMatch(LANGUAGE);
    expect(moved(spanish, WEEK.sent)).not.toMatch(LANGUAGE);
    expect(moved(english, '2027-03-08T15:00:00Z')).toMatch(LANGUAGE);
  });

  it('is not misread for the words of a link', () => {
    expect(wrong(first('Hola, es Riverbend Care: https://example.org/?a=call-me', client('es')))).not.toMatch(
      LANGUAGE,
    );
  });

  it('names nobody else', () => {
    const named = /named somebody else/;
    expect(wrong(withAnother(first(english), 'Noor'))).not.toMatch(named);
    expect(wrong(withAnother(first(english.replace('Maya', 'Noor')), 'Noor'))).toMatch(named);
    expect(wrong(withAnother(first(english), 'Maya'))).not.toMatch(named);
    expect(wrong(withAnother(first(english), 'May'))).not.toMatch(named);
  });

  it('says at first from whom it comes, or that they agreed on it', () => {
    const unknown = /did not say from whom/;
    expect(wrong(first('Hi, how is today?'))).toMatch(unknown);
    expect(wrong(first('Hi, this is the text we said we would send.'))).not.toMatch(unknown);
    expect(wrong(first('Hola, este es el mensaje que quedamos en mandar.', client('es')))).not.toMatch(
      unknown,
    );
    expect(
      wrong(checkIn(aStart(), 'd1', FIRST).texted(WEEK.sent, message('d7'), { text: 'Hi again' })),
    ).not.toMatch(unknown);
  });
});

describe('the answer to urgent words', () => {
  const CASE_OF_IT = 'case#in.u';
  const paged = () =>
    aLife()
      .says('2027-03-09T07:00:00Z', 'u', 'urgent')
      .alerted('2027-03-09T07:01:00Z', CASE_OF_IT)
      .acknowledged('2027-03-09T07:05:00Z', CASE_OF_IT)
      .closed('2027-03-09T08:00:00Z', CASE_OF_IT);
  const answered = (time: string, text: string) =>
    paged().texted(time, `${CASE_OF_IT}~answer~1~sms`, { text });

  it('says who is there now', () => {
    expect(because(answered('2027-03-09T07:01:02Z', 'Call or text 988.'), 'unread')).toBe('');
    expect(because(answered('2027-03-09T07:01:02Z', 'Thank you.'), 'unread')).toMatch(/without a number/);
  });

  it('does not fail to come, nor come too late to be one', () => {
    expect(because(paged(), 'unread')).toMatch(/answered nothing/);
    expect(because(answered('2027-03-09T07:32:00Z', 'Call or text 988.'), 'unread')).toMatch(
      /answered only at/,
    );
  });

  it('may be missing where the record says why', () => {
    const refused = paged().records('2027-03-09T07:01:05Z', CASE_OF_IT, {
      kind: 'message-refused',
      detail: { message: `${CASE_OF_IT}~answer~1~sms` },
    });
    expect(because(refused, 'unread')).toBe('');
  });

  it('may be missing where something stood still', () => {
    const at = Date.parse('2027-03-09T07:00:30Z');
    const until = at + 3_600_000;
    const outage = paged().sees({ at, kind: 'trouble-began', trouble: 'carrier-outage', until });
    expect(because(outage, 'unread')).toBe('');
  });
});

describe('a stop in words', () => {
  const clients = [1, 2, 3, 4];
  const documents = clients.map((nth) => documentOf('riverbend', `S-${nth}`));
  const phone = (nth: number) => PHONE.replace('0134', `014${nth}`);
  /** Each gets a check-in and says stop; of these the stop is confirmed. */
  const stops = (confirmed: readonly number[]) =>
    clients.reduce((log, nth) => {
      const doc = documents[nth - 1] ?? SESSION;
      const contacts = [{ channel: 'sms', value: phone(nth), safety: 'safe' }];
      const closing = {
        ...aClosing({ contacts }),
        sessionId: `S-${nth}`,
        client: { ref: `C-${nth}`, language: 'en' },
      };
      const at = Date.parse('2027-03-02T18:00:00Z');
      const said = { sid: `in-${nth}`, from: phone(nth), person: `C-${nth}`, body: 'no more please' };
      log
        .event('2027-03-01T20:10:00Z', closing, { person: `C-${nth}` })
        .texted(FIRST.sent, `${doc}~d1~1~sms`, { to: phone(nth) })
        .sees(
          { at, kind: 'client-texted', means: 'stop-words', ...said },
          { at: at + 500, kind: 'text-taken', sid: said.sid },
        );
      return confirmed.includes(nth)
        ? log.texted('2027-03-02T18:00:02Z', `${doc}~re-in-${nth}~1~sms`, { to: phone(nth) })
        : log;
    }, aLog());
  const unconfirmed = /was not confirmed/;

  it('is confirmed to most', () => {
    expect(because(stops([1, 2, 3, 4]), 'afterStop')).not.toMatch(unconfirmed);
    expect(because(stops([1, 2, 3]), 'afterStop')).not.toMatch(unconfirmed);
    expect(because(stops([1, 2]), 'afterStop')).toMatch(/2 of 4 were not/);
    expect(because(stops([]), 'afterStop')).toMatch(/4 of 4 were not/);
  });
});
