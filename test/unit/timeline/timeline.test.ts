import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Happening } from '#infra/local/happening.ts';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { openTimeline } from '#infra/local/timeline/open-timeline.ts';
import type { TwilioMessage } from '#infra/local/twilio/twilio-message.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import { aClosedSession } from '#test/builders/a-closed-session.ts';

const at = Date.parse('2026-11-24T14:05:00Z');
const inHonolulu = aClosedSession({
  client: { ref: 'C-77', language: 'en', timeZone: 'Pacific/Honolulu' },
});
const followUp = {
  id: 'fu#1',
  schema: 1,
  version: 1,
  savedBy: '',
  seq: 1,
  hash: '',
  doc: { session: { sessionId: 'S-1042', clientRef: 'C-77', closedAt: 0 }, zones: ['Pacific/Honolulu'] },
};
const tables: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  FollowUps: [followUp],
  Inbox: [{ raw: JSON.stringify(inHonolulu), receivedAt: 1 }],
};

/** As much of a stack as a timeline asks. */
const stackWith = (messages: readonly TwilioMessage[] = []) =>
  ({
    table: (name: string) => Promise.resolve(tables[name] ?? []),
    twilio: { messages: () => messages },
    mailbox: () => [],
    staffPhones: () => [],
  }) as unknown as LocalStack; // the rest is not asked for

const aText = (different: Partial<TwilioMessage> = {}): TwilioMessage => ({
  sid: 'SM1',
  direction: 'outbound-api',
  to: '+14105550134',
  from: '+14105550199',
  body: 'Hi Maya',
  createdAt: at,
  updatedAt: at,
  status: 'accepted',
  by: 'handrail',
  statusCallback: 'http://127.0.0.1/twilio/status?m=fu%231~d1~1~sms#rc=3',
  ...different,
});
const accepted = (message = aText()): Happening => ({
  kind: 'text-accepted',
  message,
  at: message.createdAt,
});

const anAlertTo = (endpoint: string): Happening => ({
  kind: 'staff-told',
  topic: 'AlertStep2Topic',
  protocol: 'sms',
  endpoint,
  message: 'Open it: http://127.0.0.1/l/abc.def\nCase case#1.missed-check-in.d1',
  messageId: 'm-1',
  at,
});

async function told(happenings: readonly Happening[], stack = stackWith(), file?: string) {
  const shown: TimelineLine[] = [];
  const timeline = openTimeline({
    agencyZone: 'America/New_York',
    ladder: ['st-20', 'st-31'],
    onLine: (line) => shown.push(line),
    ...(file !== undefined && { file }),
  });
  await timeline.attach(stack);
  happenings.forEach(timeline.take);
  await timeline.flush();
  return shown;
}

describe('the timeline', () => {
  test('tells of a text with its client, their own clock, the check-in and what it cost', async () => {
    expect(await told([accepted()])).toEqual([
      {
        at: '2026-11-24T14:05:00Z',
        local: '2026-11-24T04:05:00-10:00',
        kind: 'text-sent',
        client: 'C-77',
        channel: 'sms',
        checkIn: 'd1',
        text: 'Hi Maya',
        segments: 1,
        by: 'handrail',
      },
    ]);
  });

  test('says when the carrier answered by itself, and tells of no receipt for that', async () => {
    const answer = aText({ by: 'carrier', direction: 'outbound-reply', statusCallback: '' });
    const { statusCallback: _none, ...message } = answer;
    const lines = await told([
      { kind: 'carrier-answered', message, at },
      { kind: 'text-status', message: { ...message, status: 'delivered' }, status: 'delivered', at },
    ]);
    expect(lines).toMatchObject([{ kind: 'text-sent', by: 'carrier', client: 'C-77' }]);
  });

  test('keeps to the last word on a delivery, with the carrier’s code', async () => {
    const statuses = ['queued', 'sent', 'undelivered'] as const;
    const lines = await told(
      statuses.map((status): Happening => ({
        kind: 'text-status',
        message: aText({ status, errorCode: 30003 }),
        status,
        at,
      })),
    );
    expect(lines).toMatchObject([{ kind: 'delivery', outcome: 'undelivered', code: '30003', checkIn: 'd1' }]);
  });

  test('names nobody for a number that no event gave', async () => {
    const message = aText({ direction: 'inbound', by: 'client', from: '+14105550177' });
    const [line] = await told([{ kind: 'text-inbound', message, posted: true, at }]);
    expect(line).toMatchObject({ kind: 'text-received', local: '2026-11-24T09:05:00-05:00' });
    expect(line).not.toHaveProperty('client');
    expect(JSON.stringify(line)).not.toContain('+1410555');
  });

  test('rings once for an alert that went to several phones of one person', async () => {
    expect(await told([anAlertTo('+14105550131'), anAlertTo('dana.reyes@example.org')])).toEqual([
      {
        at: '2026-11-24T14:05:00Z',
        local: '2026-11-24T09:05:00-05:00',
        kind: 'staff-alerted',
        case: 'case#1.missed-check-in.d1',
        step: 2,
        staff: 'st-31',
      },
    ]);
  });

  test('never goes back in time for a fact that is told late', async () => {
    const fact: Happening = {
      kind: 'fact',
      item: {
        document: 'fu#1',
        seq: 1,
        facts: [{ kind: 'check-in-missed', at: at - 60_000, by: 'machine' }],
      },
      at: at + 5,
    };
    expect((await told([accepted(), fact])).map((line) => line.at)).toEqual([
      '2026-11-24T14:05:00Z',
      '2026-11-24T14:05:00Z',
    ]);
  });

  test('goes on after a kill: shows what was not shown, and nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timeline-'));
    const file = join(folder, 'timeline.ndjson');
    const first = aText();
    const second = aText({ sid: 'SM2', createdAt: at + 1000, updatedAt: at + 1000 });
    await told([accepted(first)], stackWith(), file);

    const afterwards = await told([], stackWith([first, second]), file);

    expect(afterwards.map((line) => line.at)).toEqual(['2026-11-24T14:05:01Z']);
    rmSync(folder, { recursive: true, force: true });
  });
});
