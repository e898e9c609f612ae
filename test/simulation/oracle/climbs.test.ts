import { describe, expect, it } from 'vitest';
import { aLife, withCase } from './a-life.ts';
import { CASE, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const unknown = (log: Log) =>
  judge(log.known, log.seen()).violations.filter(({ promise }) => promise === 'nobodyKnew');
const because = (log: Log) =>
  unknown(log)
    .map((one) => one.because)
    .join('\n');
const ID = `${CASE}.reply-to-read.in-x`;
const raised = (log = aLife()) =>
  log.records('2027-03-09T15:00:00Z', ID, {
    kind: 'escalation-raised',
    detail: { case: ID, dueAt: Date.parse('2027-03-10T15:00:00Z') },
  });
const alarm = (time: string) => ({ at: Date.parse(time), kind: 'terminal-alarm', caseId: ID }) as const;

const night = (told: string) =>
  withCase(aLife(), ID, '2027-03-10T03:00:00Z', '2027-03-10T03:00:00Z', told, 'escalation-raised');
const first = () => raised().alerted('2027-03-09T15:01:00Z', ID);
const refused = () =>
  raised().sees({ at: Date.parse('2027-03-09T15:01:00Z'), kind: 'alert-refused', step: 0, caseId: ID });
const acknowledged = () =>
  raised().alerted('2027-03-09T15:01:00Z', ID).acknowledged('2027-03-09T15:06:00Z', ID);

const notReminded = () =>
  acknowledged().sees({
    at: Date.parse('2027-03-13T15:01:00Z'),
    kind: 'alert-refused',
    step: 0,
    caseId: ID,
  });

describe('a case', () => {
  it('is told, acknowledged and closed', () => {
    const log = withCase(
      aLife(),
      ID,
      '2027-03-09T15:00:00Z',
      '2027-03-09T15:00:00Z',
      '2027-03-09T15:01:00Z',
      'escalation-raised',
    );
    expect(unknown(log)).toEqual([]);
  });

  it('that is never told is known to nobody', () => {
    expect(because(raised())).toMatch(/the first alert was due/);
  });

  it('that is told late says by when it was due', () => {
    expect(
      because(
        raised()
          .alerted('2027-03-09T17:00:00Z', ID)
          .acknowledged('2027-03-09T17:05:00Z', ID)
          .closed('2027-03-09T18:00:00Z', ID),
      ),
    ).toMatch(/the first alert was due by 2027-03-09T15:45:00.000Z and came at/);
  });

  it('of a task is told only when it is overdue', () => {
    expect(
      unknown(withCase(aLife(), ID, '2027-03-09T15:00:00Z', '2027-03-10T15:00:00Z', '2027-03-10T15:01:00Z')),
    ).toEqual([]);
    expect(
      because(withCase(aLife(), ID, '2027-03-09T15:00:00Z', '2027-03-10T15:00:00Z', '2027-03-10T17:01:00Z')),
    ).toMatch(/was due/);
  });

  it('that is not urgent may wait for the staff’s morning', () => {
    expect(unknown(night('2027-03-10T13:01:00Z'))).toEqual([]);
    expect(because(night('2027-03-10T15:01:00Z'))).toMatch(/was due/);
  });
});

describe('the ladder', () => {
  it('is climbed when nobody acknowledges', () => {
    expect(because(first())).toMatch(/an alert to step 2 was due by/);
    expect(because(first().alerted('2027-03-09T15:17:00Z', ID, 1))).toMatch(/the alarm at the end was due/);
    const told = first().alerted('2027-03-09T15:17:00Z', ID, 1).sees(alarm('2027-03-09T15:33:00Z'));
    expect(because(told)).toMatch(/the alarm, daily, was due/);
    const daily = told.alerted('2027-03-10T15:17:00Z', ID, 1).sees(alarm('2027-03-10T15:33:00Z'));
    expect(
      unknown(daily.acknowledged('2027-03-10T16:00:00Z', ID).closed('2027-03-10T17:00:00Z', ID)),
    ).toEqual([]);
  });

  it('is not climbed by telling the same person again and again', () => {
    const again = [15, 30, 45, 59].reduce(
      (log, minute) => log.alerted(`2027-03-09T16:${minute}:00Z`, ID),
      first().alerted('2027-03-09T15:40:00Z', ID),
    );
    expect(because(again)).toMatch(/step 2 was due/);
  });

  it('goes on soon when an alert is refused', () => {
    const taken = (time: string) =>
      refused().alerted(time, ID).acknowledged('2027-03-09T18:05:00Z', ID).closed('2027-03-09T18:10:00Z', ID);
    expect(because(taken('2027-03-09T18:00:00Z'))).toMatch(/another try after step 1 was refused/);
    expect(because(refused())).toMatch(/never came/);
  });
});

describe('who acknowledged', () => {
  it('is not told again, nor is anybody else', () => {
    expect(because(acknowledged().closed('2027-03-09T18:00:00Z', ID))).toBe('');
    expect(
      because(acknowledged().alerted('2027-03-09T15:17:00Z', ID, 1).closed('2027-03-09T18:00:00Z', ID)),
    ).toMatch(/although it was acknowledged/);
    expect(
      because(acknowledged().closed('2027-03-09T18:00:00Z', ID).alerted('2027-03-12T18:00:00Z', ID)),
    ).toMatch(/although it was closed/);
  });

  it('is reminded after days when it is not closed', () => {
    expect(because(acknowledged())).toMatch(/the reminder .* was due/);
    const reminded = acknowledged().alerted('2027-03-13T15:01:00Z', ID);
    expect(because(reminded.closed('2027-03-14T15:01:00Z', ID))).toBe('');
  });

  it('is reminded again soon when the reminder is refused', () => {
    const taken = (time: string) => notReminded().alerted(time, ID).closed('2027-03-15T15:01:00Z', ID);
    expect(because(taken('2027-03-13T15:03:00Z'))).toBe('');
    expect(because(taken('2027-03-14T15:03:00Z'))).toMatch(/the reminder .* was due/);
    expect(because(notReminded())).toMatch(/never came/);
  });
});

const urgentText = (priority: string) =>
  aLife()
    .says('2027-03-09T15:00:00Z', 'in-u', 'urgent')
    .alerted('2027-03-09T15:00:30Z', 'case#in.in-u', 0, priority)
    .acknowledged('2027-03-09T15:04:00Z', 'case#in.in-u')
    .closed('2027-03-09T16:04:00Z', 'case#in.in-u');
const taken = (log: Log) => log.acknowledged('2027-03-09T16:00:00Z', ID).closed('2027-03-09T17:00:00Z', ID);

describe('who is told first', () => {
  it('is the first on the ladder, and then the next', () => {
    expect(because(taken(raised().alerted('2027-03-09T15:01:00Z', ID, 1)))).toMatch(
      /step 1 before it was not/,
    );
    expect(because(taken(first().sees(alarm('2027-03-09T15:40:00Z'))))).toMatch(/step 2 before it was not/);
    expect(
      because(taken(first().alerted('2027-03-09T15:17:00Z', ID, 1).sees(alarm('2027-03-09T15:33:00Z')))),
    ).toBe('');
  });

  it('has time to answer before the next is told, unless the alert was refused', () => {
    expect(because(taken(first().alerted('2027-03-09T15:03:00Z', ID, 1)))).toMatch(
      /before step 1 had had its time/,
    );
    const gaveUp = refused().alerted('2027-03-09T15:03:00Z', ID, 1);
    expect(because(gaveUp.acknowledged('2027-03-09T15:10:00Z', ID).closed('2027-03-09T17:00:00Z', ID))).toBe(
      '',
    );
  });

  it('of a reminder is the first on the ladder again', () => {
    const reminded = (step: number) =>
      acknowledged().alerted('2027-03-13T15:01:00Z', ID, step).closed('2027-03-14T15:01:00Z', ID);
    expect(because(reminded(0))).toBe('');
    expect(because(reminded(1))).toMatch(/step 1 before it was not/);
  });
});

describe('an alert', () => {
  it('about urgent words says that it is urgent', () => {
    expect(because(urgentText('urgent'))).toBe('');
    expect(because(urgentText('routine'))).toMatch(/paged as routine .* although it is urgent/);
  });
});

describe('the record', () => {
  it.each([
    ['escalation-acknowledged', 'acknowledged'],
    ['task-closed', 'closed'],
  ])('names whoever did it: %s', (kind, what) => {
    const by = (name: string) =>
      taken(first()).records('2027-03-09T17:00:00Z', ID, { kind, by: `staff:${name}` });
    expect(because(by('st-20'))).not.toMatch(/the record has it/);
    expect(because(by('st-31'))).toMatch(new RegExp(`the record has it ${what} by staff:st-31`));
  });
});
