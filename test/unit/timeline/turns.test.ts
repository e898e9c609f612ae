import { describe, expect, test } from 'vitest';
import { clientTurn, type ClientEntry, type SentTo, type Used } from '#infra/local/play/client-turn.ts';
import { newestAlert, staffTurns, type Alert, type StaffEntry } from '#infra/local/play/staff-turns.ts';

const HOUR = 3_600_000;

const says = (index: number, afterHours: number, of?: number): ClientEntry => ({
  index,
  reply: { client: 'C-77', after: afterHours * HOUR, text: '1', ...(of !== undefined && { of }) },
});
const sent = (...texts: number[]): SentTo => ({ texts, emails: [] });
const used = (...entries: [number, Used][]) => new Map(entries);

describe('whose turn it is among clients', () => {
  test('a first entry waits for the first text and counts from it', () => {
    expect(clientTurn([says(0, 2)], used(), sent())).toBeUndefined();
    expect(clientTurn([says(0, 2)], used(), sent(100))).toMatchObject({ dueAt: 100 + 2 * HOUR, nth: 1 });
  });

  test('a first entry counts from the first text even if others went out since', () => {
    expect(clientTurn([says(0, 2)], used(), sent(100, 200, 300))).toMatchObject({ nth: 1 });
  });

  test('the next counts from the latest text at the moment the one before was used', () => {
    const before = used([0, { at: 250, texts: 2, emails: 0 }]);
    expect(clientTurn([says(0, 1), says(1, 5)], before, sent(100, 200, 300))).toMatchObject({
      dueAt: 200 + 5 * HOUR,
      nth: 2,
    });
  });

  test('`of` names the text, however many there are', () => {
    const before = used([0, { at: 250, texts: 2, emails: 0 }]);
    const entries = [says(0, 1), says(1, 5, 4)];
    expect(clientTurn(entries, before, sent(100, 200, 300))).toBeUndefined();
    expect(clientTurn(entries, before, sent(100, 200, 300, 400))).toMatchObject({
      dueAt: 400 + 5 * HOUR,
      nth: 4,
    });
  });

  test('an entry that waits holds back those after it', () => {
    expect(clientTurn([says(0, 1, 9), says(1, 1)], used(), sent(100, 200))).toBeUndefined();
  });

  test('an answer by e-mail counts e-mails, not texts', () => {
    const byMail: ClientEntry = { index: 0, reply: { client: 'C-77', after: HOUR, email: 'ok' } };
    expect(clientTurn([byMail], used(), sent(100))).toBeUndefined();
    expect(clientTurn([byMail], used(), { texts: [100], emails: [700] })).toMatchObject({
      dueAt: 700 + HOUR,
    });
  });

  test('each is used once', () => {
    const all = used([0, { at: 250, texts: 1, emails: 0 }]);
    expect(clientTurn([says(0, 1)], all, sent(100, 200))).toBeUndefined();
  });
});

const alert = (id: string, at: number, caseId: string, step = 0): Alert => ({
  id,
  at,
  caseId,
  step,
  link: '',
});
const acknowledges = (index: number, minutes: number, each = false): StaffEntry => ({
  index,
  action: { staff: 'acknowledge', after: minutes, ...(each && { each }) },
});

describe('who among staff sees to what', () => {
  test('an entry takes the first case that was alerted about, so long after', () => {
    const turns = staffTurns([acknowledges(3, 5)], [alert('a', 100, 'case#1')], new Map());
    expect(turns).toMatchObject([{ caseId: 'case#1', dueAt: 105 }]);
  });

  test('a second alert about the same case uses no second entry', () => {
    const alerts = [alert('a', 100, 'case#1'), alert('b', 115, 'case#1', 1), alert('c', 200, 'case#2')];
    const turns = staffTurns([acknowledges(3, 5), acknowledges(4, 7)], alerts, new Map());
    expect(turns).toMatchObject([
      { caseId: 'case#1', dueAt: 105 },
      { caseId: 'case#2', dueAt: 207 },
    ]);
  });

  test('an entry is used once, a taken case is left alone', () => {
    const alerts = [alert('a', 100, 'case#1'), alert('b', 200, 'case#2')];
    expect(staffTurns([acknowledges(3, 5)], alerts, new Map([['case#1', 3]]))).toEqual([]);
  });

  test('an entry for each takes what the others leave', () => {
    const alerts = [alert('a', 100, 'case#1'), alert('b', 200, 'case#2'), alert('c', 300, 'case#3')];
    const turns = staffTurns([acknowledges(0, 4, true), acknowledges(1, 50)], alerts, new Map());
    expect(turns.map(({ dueAt }) => dueAt)).toEqual([150, 204, 304]);
  });

  test('whoever acts has the newest alert about the case in hand', () => {
    const alerts = [alert('a', 100, 'case#1'), alert('b', 115, 'case#1', 1)];
    expect(newestAlert(alerts, 'case#1')).toMatchObject({ id: 'b', step: 1 });
  });
});
