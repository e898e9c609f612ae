import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { linesIn, runHandrail, type Ran } from './run-handrail.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(value: unknown): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
}

const of = (lines: readonly TimelineLine[], client: string) => lines.filter((line) => line.client === client);
const kinds = (lines: readonly TimelineLine[]) => lines.map(({ kind }) => kind);
const hoursAfter = (line: TimelineLine | undefined, text: TimelineLine | undefined) =>
  (Date.parse(line?.at ?? '') - Date.parse(text?.at ?? '')) / 3_600_000;
const timeOfDay = ({ local }: TimelineLine) => local.slice(11, 16);

describe('the built-in sample', () => {
  let ran: Ran;
  let lines: TimelineLine[];
  beforeAll(async () => {
    ran = await runHandrail(['demo', '--json']);
    lines = linesIn(ran.stdout);
  }, 120_000);

  test('ends well, in order of time, with nothing left to say', () => {
    expect(ran.code).toBe(0);
    expect(ran.stderr).not.toContain('replies:');
    const moments = lines.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
  });

  test('follows the client who answers to the end, and lets a person read so-so', () => {
    const maya = of(lines, 'C-77');
    const answers = maya.filter(({ kind }) => kind === 'check-in-answered');
    expect(answers.map(({ checkIn, meaning }) => [checkIn, meaning])).toEqual([
      ['d1', 'ok'],
      ['d7', 'so-so'],
      ['d30', 'ok'],
    ]);
    expect(maya.find(({ kind }) => kind === 'task-opened')).toMatchObject({ reason: 'reply-to-read' });
    expect(kinds(maya)).toContain('follow-up-completed');
  });

  test('takes the client who goes silent from attempt to attempt to a person', () => {
    const leo = of(lines, 'C-81');
    const steps = [
      'text-sent',
      'email-sent',
      'check-in-missed',
      'escalation-raised',
      'staff-alerted',
      'escalation-acknowledged',
      'task-closed',
    ];
    const places = steps.map((kind) => leo.findIndex((line) => line.kind === kind));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(leo.find(({ kind }) => kind === 'escalation-raised')).toMatchObject({
      reason: 'missed-check-in',
      priority: 'urgent',
      due: expect.stringMatching(/Z$/),
      case: expect.stringMatching(/^case#/),
    });
  });

  test('gives the client who texts STOP the carrier’s one confirmation, and staff a task', () => {
    const jordan = of(lines, 'C-90');
    const stop = jordan.findIndex(({ kind }) => kind === 'text-received');
    const after = jordan.slice(stop).filter(({ kind }) => kind === 'text-sent' || kind === 'email-sent');
    expect(after.map(({ by }) => by)).toEqual(['carrier']);
    expect(kinds(jordan)).toContain('consent-revoked');
    expect(jordan.find(({ kind }) => kind === 'task-opened')).toMatchObject({ reason: 'opted-out' });
  });

  test('pages a person at night for words of distress, and answers at once in the client’s language', () => {
    const rosa = of(lines, 'C-96');
    const words = rosa.find(({ kind, text }) => kind === 'text-received' && text !== '1');
    expect(words && timeOfDay(words)).toBe('02:16');
    const moment = rosa.filter(({ at }) => at === words?.at);
    expect(kinds(moment)).toEqual(
      expect.arrayContaining(['escalation-raised', 'staff-alerted', 'text-sent']),
    );
    expect(moment.find(({ kind }) => kind === 'text-sent')?.text).toMatch(/988/);
    expect(rosa.find(({ kind }) => kind === 'escalation-acknowledged')).toMatchObject({ afterMinutes: 4 });
  });

  test('texts nobody outside their own nine to eight, but to answer', () => {
    const checkIns = lines.filter(({ kind, checkIn }) => kind === 'text-sent' && checkIn !== undefined);
    expect(checkIns.length).toBeGreaterThan(9);
    for (const line of checkIns) {
      expect(timeOfDay(line) >= '09:00' && timeOfDay(line) < '20:00', line.local).toBe(true);
      expect(line).toMatchObject({ by: 'handrail', segments: 1 });
    }
  });
});

describe('an event of one’s own', { timeout: 60_000 }, () => {
  const keola = aClosedSession({
    closedAt: '2027-03-12T04:10:00Z',
    client: { ref: 'H-1', preferredName: 'Keola', language: 'en', timeZone: 'Pacific/Honolulu' },
    contacts: [aPhone({ value: '+18085550111', confirmedAt: '2027-03-12T04:00:00Z' })],
    consents: [aConsent('sms')],
  });

  test('is played in its own zone, as its replies say, and tells of replies that never came due', async () => {
    const replies = [
      { client: 'H-1', after: 'PT2H', text: '1' },
      { client: 'H-1', of: 2, after: 'P1DT1H', text: '3' },
      { client: 'H-1', of: 9, after: 'PT1H', text: '1' },
      { carrier: '30003', of: 2, client: 'H-1' },
    ];
    const args = ['demo', '--event', fileOf(keola), '--replies', fileOf(replies), '--days', '9', '--json'];
    const { code, stdout, stderr } = await runHandrail(args);
    const lines = linesIn(stdout);

    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ kind: 'session-closed', at: '2027-03-12T04:10:00Z' });
    const texts = lines.filter(({ kind, checkIn }) => kind === 'text-sent' && checkIn !== undefined);
    expect(texts.every(({ local }) => local.endsWith('-10:00'))).toBe(true);
    expect(texts.map(timeOfDay).every((time) => time >= '09:00' && time < '20:00')).toBe(true);

    const answers = lines.filter(({ kind }) => kind === 'text-received');
    expect(hoursAfter(answers[0], texts[0])).toBe(2);
    expect(hoursAfter(answers[1], texts[1])).toBe(25);
    expect(lines.find(({ code: carrierCode }) => carrierCode === '30003')).toMatchObject({
      kind: 'delivery',
      outcome: 'undelivered',
      checkIn: 'd7',
    });
    expect(stderr).toMatch(/replies: entry 2 \(H-1\) never came due/);
  });

  test('hands nothing over while sending is off, fills the call list, and does not burst when it goes live', async () => {
    const args = ['demo', '--event', fileOf({ ...keola, risk: { tier: 'low' } }), '--json', '--days', '8'];
    const { code, stdout } = await runHandrail([...args, '--sending', 'off', '--live-after', 'P5D']);
    const lines = linesIn(stdout);

    expect(code).toBe(0);
    const live = Date.parse('2027-03-17T04:10:00Z');
    const texts = lines.filter(({ kind }) => kind === 'text-sent');
    expect(texts.filter(({ at }) => Date.parse(at) < live)).toEqual([]);
    // The check-in of day 7 and, a day of silence later, its second attempt.
    expect(texts.map(({ checkIn, local }) => [checkIn, local.slice(0, 10)])).toEqual([
      ['d7', '2027-03-18'],
      ['d7', '2027-03-19'],
    ]);
    expect(lines.filter(({ kind }) => kind === 'task-opened')).toMatchObject([
      { reason: 'not-sent', because: 'sending-off' },
    ]);
  });

  test('may be followed by later events, which are posted at their own moment', async () => {
    const { version, agencyId, sessionId } = keola as Record<string, unknown>;
    const held = {
      version,
      agencyId,
      sessionId,
      id: 'evt-2',
      type: 'handrail.client-held',
      at: '2027-03-12T16:00:00Z',
      why: 'admission',
    };
    const { stdout } = await runHandrail(['demo', '--event', fileOf([keola, held]), '--json', '--days', '3']);
    const lines = linesIn(stdout);
    expect(lines.find(({ kind }) => kind === 'follow-up-held')).toMatchObject({
      at: '2027-03-12T16:00:00Z',
      reason: 'admission',
    });
    expect(kinds(lines)).not.toContain('text-sent');
  });

  test('is refused with every problem by its path, and parked', async () => {
    const wrong = {
      ...keola,
      client: { ref: 'H-1', language: 'en', timeZone: 'Mars/Olympus' },
      contacts: [aPhone({ value: '808-555' })],
      consents: [aConsent('sms', { wordingVersion: 'never-read' })],
      risk: { tier: 'severe' },
    };
    const { code, stdout, stderr } = await runHandrail(['demo', '--event', fileOf(wrong), '--json']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    for (const path of [
      'client.timeZone',
      'contacts.0.value',
      'risk.tier',
      'consents.0.wordingVersion',
      'parked as event#',
    ])
      expect(stderr).toContain(path);
    expect(stderr).not.toContain('808-555');
  });
});

describe('wrong usage', () => {
  test.each([
    [['demo', '--days', 'x'], 2, 'whole number'],
    [['demo', '--event', '/no/such/file.json'], 2, 'there is no such file'],
    [['demo', '--live-after', 'P5D'], 2, '--sending off'],
    [['preview'], 2, '--event'],
    [['match'], 2, '--directory'],
    [['roster'], 2, 'not in this release'],
    [['nonsense'], 2, 'unknown command'],
  ])('%j ends with %i and says why', async (args, code, words) => {
    const ran = await runHandrail(args);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toContain(words);
  });

  test('lists everything that is wrong with a replies file, by path', async () => {
    const replies = [
      { client: 'H-1', after: '2 hours', text: '1' },
      { staff: 'sleep', after: 'PT1M' },
      { after: 'PT1M' },
    ];
    const { code, stderr } = await runHandrail(['demo', '--replies', fileOf(replies)]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/0\.after: expected an ISO 8601 duration/);
    expect(stderr).toMatch(/1\.staff/);
    expect(stderr).toMatch(/ 2: needs one of/);
  });

  test('--help shows an example of every command', async () => {
    for (const command of ['demo', 'start', 'preview']) {
      const { code, stdout } = await runHandrail([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`handrail ${command}`);
      expect(stdout).toContain('Example');
    }
  });
});
