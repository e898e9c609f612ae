import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { loadSettings } from '#infra/settings.ts';
import { synthesise } from '#infra/synthesise.ts';
import { aClosedSession, aConsent, anAddress, aPhone } from '#test/builders/a-closed-session.ts';
import { tapTheWire, type Exchange } from '#test/privacy/wire-tap.ts';

/** A Monday, ten minutes before the watch’s weekly look: 00:50 in New York. */
const FROM = Date.parse('2026-11-23T05:50:00Z');

export type Play = {
  readonly stack: LocalStack;
  /** What functions asked of AWS so far, newest last. */
  readonly calls: readonly Exchange[];
  readonly until: (instant: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The whole service on this machine, sending to an allow-list: contact ids of a list need a right that `live` does not. */
export async function openPlay(): Promise<Play> {
  const outDir = mkdtempSync(join(tmpdir(), 'handrail-least-privilege-'));
  await synthesise({ stage: 'local', outDir });
  const calls: Exchange[] = [];
  const tap = tapTheWire((exchange) => {
    if (String(exchange.headers.authorization).startsWith('AWS4-HMAC-SHA256')) calls.push(exchange);
  });
  const stack = await startLocalStack({
    templateFile: join(outDir, 'Handrail.template.json'),
    clock: { mode: 'fast', startAt: FROM },
  });
  const allow = [...Array.from({ length: 30 }, (_, number) => phoneOf(number)), mailOf(3), mailOf(4)];
  await stack.setProgramme({ ...loadSettings('local'), sending: { mode: 'allow-list', allow } });
  return {
    stack,
    calls,
    async until(instant) {
      await stack.advanceTo(Date.parse(instant));
      await stack.settle();
    },
    async stop() {
      await stack.stop();
      tap.stop();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

export const phoneOf = (number: number) => `+1410555${String(100 + number).padStart(4, '0')}`;
export const mailOf = (number: number) => `client-${number}@example.org`;

/** The session of an invented client, who can be texted. Say what differs. */
export function aSession(number: number, different: Record<string, unknown> = {}) {
  return aClosedSession({
    id: `evt-${number}`,
    sessionId: `S-${number}`,
    closedAt: '2026-11-23T05:40:00Z',
    client: { ref: `C-${number}`, language: 'en', timeZone: 'America/New_York' },
    contacts: [aPhone({ value: phoneOf(number), confirmedAt: '2026-11-23T05:30:00Z' })],
    consents: [aConsent('sms', { givenAt: '2026-11-23T05:35:00Z' })],
    ...different,
  });
}

/** The same client, who can be reached by e-mail alone. */
export const byMail = (number: number) => ({
  contacts: [anAddress({ value: mailOf(number), confirmedAt: '2026-11-23T05:30:00Z' })],
  consents: [aConsent('email', { givenAt: '2026-11-23T05:35:00Z' })],
});

/** What the agency’s system says of a session later. */
export const later = (type: string, number: number, more: Record<string, unknown>) => ({
  type: `handrail.${type}`,
  version: 1,
  id: `evt-${number}-${type}`,
  agencyId: 'riverbend',
  sessionId: `S-${number}`,
  at: '2026-11-23T06:00:00Z',
  ...more,
});

/** Posts a text as Twilio would, under an id of our own. */
export async function postText(
  { stack }: Play,
  path: 'text' | 'text-fallback',
  { sid, from, body }: { sid: string; from: string; body: string },
): Promise<void> {
  const url = `${stack.http}/twilio/${path}`;
  const form = { MessageSid: sid, From: from, To: '+14105550111', Body: body, NumMedia: '0' };
  const signature = getExpectedTwilioSignature(String(stack.secret('TwilioSecret')['authToken']), url, form);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`a text to ${path} was answered ${answer.status}`);
}

/** As staff received them, newest last. */
export const linksOfCases = ({ stack }: Play) => [
  ...new Set(stack.staffPhones().flatMap(({ message }) => /http\S+\/l\/[\w.-]+/.exec(message)?.[0] ?? [])),
];
