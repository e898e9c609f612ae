import { describe, expect, it } from 'vitest';
import { aClosing, aLife, aStart, checkIn, FIRST } from './a-life.ts';
import { aLog, CASE, message, PHONE, type Log } from './a-log.ts';
import { pageAnswerId } from './ids.ts';
import { judge } from './judge.ts';

const unread = (log: Log) =>
  judge(log.known, log.seen()).violations.filter(({ promise }) => promise === 'unread');
const because = (log: Log) =>
  unread(log)
    .map((one) => one.because)
    .join('\n');
const handled = (log: Log, id: string, time: string) =>
  log
    .alerted(time, id)
    .acknowledged(time.replace(':00Z', ':30Z'), id)
    .closed(time.replace(':00Z', ':50Z'), id);
/** As `handled`, and who wrote is told at once who is there. */
const answered = (log: Log, id: string, time: string) =>
  handled(log, id, time).texted(time, `${id}~answer~1~sms`, { text: 'Call or text 988.' });
const WORDS = `${CASE}.reply-to-read.w`;
const wrote = () => aLife().says('2027-03-09T15:00:00Z', 'w', 'words', 'the marigolds came up');

const friday = () => aLife().says('2027-03-12T15:00:00Z', 'w', 'words');
const distressed = () => aLife().says('2027-03-12T14:00:00Z', 'w', 'distress');
const night = () => aLife().says('2027-03-09T07:00:00Z', 'u', 'urgent');
const lost = () =>
  aLife().sees({
    at: Date.parse('2027-03-09T07:00:00Z'),
    kind: 'client-texted',
    person: 'C-1',
    sid: 'u',
    from: PHONE,
    body: 'x',
    means: 'urgent',
  });
const read = (log: Log, shown: { person?: string; words?: string }) =>
  log.sees({
    at: Date.parse('2027-03-10T22:02:00Z'),
    kind: 'page-read',
    staffId: 'st-20',
    caseId: WORDS,
    ...shown,
  });
const known = () => handled(wrote(), WORDS, '2027-03-10T22:01:00Z');

describe('words', () => {
  it('reach a person by the end of the next staffed day, or page then', () => {
    expect(because(handled(wrote(), WORDS, '2027-03-10T22:01:00Z'))).toBe('');
    expect(because(handled(wrote(), WORDS, '2027-03-11T16:00:00Z'))).toMatch(/had reached no person/);
    expect(because(wrote())).toMatch(/"words"/);
  });

  it('on a Friday wait for Monday', () => {
    expect(because(handled(friday(), WORDS, '2027-03-15T21:01:00Z'))).toBe('');
    expect(because(handled(friday(), WORDS, '2027-03-16T14:00:00Z'))).toMatch(/had reached no person/);
  });

  it.each(['call-me', 'so-so', 'help-keyword', 'start-keyword', 'wrong-number', 'stop-words'] as const)(
    'of every kind reach a person: %s',
    (means) => {
      expect(because(aLife().says('2027-03-09T15:00:00Z', 'w', means))).toMatch(new RegExp(`"${means}"`));
    },
  );

  it.each(['ok', 'stop-keyword'] as const)('need nobody when they are a bare %s', (means) => {
    expect(because(aLife().says('2027-03-09T15:00:00Z', 'w', means))).toBe('');
  });

  it('of distress do not wait for the next day', () => {
    expect(because(handled(distressed(), `${CASE}.distress-words.w`, '2027-03-13T13:01:00Z'))).toBe('');
    expect(because(handled(distressed(), `${CASE}.distress-words.w`, '2027-03-15T21:01:00Z'))).toMatch(
      /"distress"/,
    );
  });
});

describe('urgent words', () => {
  it('reach somebody at any hour', () => {
    expect(because(answered(night(), 'case#in.u', '2027-03-09T07:01:00Z'))).toBe('');
    expect(because(answered(night(), 'case#in.u', '2027-03-09T13:01:00Z'))).toMatch(/"urgent"/);
    expect(because(night())).toMatch(/"urgent"/);
  });

  it('that only the carrier has are fetched from its list', () => {
    expect(because(lost())).toMatch(/Handrail did not have it/);
    const listed = lost().sees({ at: Date.parse('2027-03-09T08:00:00Z'), kind: 'texts-listed', sids: ['u'] });
    expect(because(answered(listed, 'case#in.u', '2027-03-09T08:03:00Z'))).toBe('');
  });
});

describe('the page behind an alert', () => {
  it('shows the client and the words', () => {
    expect(because(read(known(), { person: 'C-1', words: 'the marigolds came up' }))).toBe('');
  });

  it.each([
    [{ person: 'C-2', words: 'the marigolds came up' }, /showed C-2/],
    [{ words: 'the marigolds came up' }, /never said whose/],
    [{ person: 'C-1' }, /did not show the words/],
    [{ person: 'C-1', words: 'other words' }, /did not show the words/],
  ])('%j is wrong', (shown, problem) => {
    expect(because(read(known(), shown))).toMatch(problem);
  });
});

describe('an answer on a page', () => {
  const MAIL = message('d1', 1, 'email');
  const mailed = () => {
    const contacts = [{ channel: 'email', value: 'c@example.org', safety: 'safe' }];
    const log = aLog().event('2027-03-01T20:10:00Z', aClosing({ contacts }));
    return log.sees({
      at: Date.parse(FIRST.sent),
      kind: 'mail-took',
      request: 1,
      messageId: MAIL,
      to: 'c@example.org',
      subject: 's',
      text: 't',
    });
  };
  const answers = (means: 'ok' | 'call-me' | 'urgent', words = '') =>
    mailed().sees({
      at: Date.parse(FIRST.answered),
      kind: 'client-answered-page',
      person: 'C-1',
      words,
      means,
    });

  it('reaches a person like a text', () => {
    expect(because(answers('ok'))).toBe('');
    expect(because(answers('call-me'))).toMatch(/"call-me"/);
    const call = `${CASE}.asked-for-call.${pageAnswerId(MAIL, 'call-me', '')}`;
    expect(because(handled(answers('call-me'), call, '2027-03-02T20:00:00Z'))).toBe('');
    const urgent = `case#in.${pageAnswerId(MAIL, 'words', 'help')}`;
    expect(because(handled(answers('urgent', 'help'), urgent, '2027-03-02T15:01:00Z'))).toBe('');
    expect(because(handled(answers('urgent', 'help'), urgent, '2027-03-02T18:01:00Z'))).toMatch(/"urgent"/);
  });
});

it('urgent words that the fallback kept at once do not wait as those that only the carrier has', () => {
  const id = `${CASE}.urgent-words.u`;
  const told = (log: Log) => answered(log, id, '2027-03-09T10:00:00Z');
  const kept = {
    at: Date.parse('2027-03-09T07:00:00.500Z'),
    kind: 'text-taken',
    sid: 'u',
    fallback: true,
  } as const;
  const listed = { at: kept.at, kind: 'texts-listed', sids: ['u'] } as const;

  expect(because(told(lost().sees(kept)))).toMatch(/"urgent"/);
  expect(because(told(lost().sees(listed, kept)))).toMatch(/"urgent"/);
  expect(because(told(lost().sees(listed)))).toBe('');
});

it('a text from a telephone that two clients share may be of either', () => {
  const log = checkIn(aStart(), 'd1', FIRST).event(
    '2027-03-02T10:00:00Z',
    { ...aClosing(), sessionId: 'S-2' },
    { person: 'C-2' },
  );
  const id = `${CASE}.reply-to-read.w`;
  handled(log.says('2027-03-09T15:00:00Z', 'w', 'words'), id, '2027-03-10T22:01:00Z');
  const shown = {
    at: Date.parse('2027-03-10T22:02:00Z'),
    kind: 'page-read',
    staffId: 'st-20',
    caseId: id,
    words: 'words',
  } as const;
  expect(because(log.sees({ ...shown, person: 'C-2' }))).toBe('');
});
