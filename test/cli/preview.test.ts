import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { runHandrail } from './run-handrail.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-preview-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function previewOf(event: unknown) {
  const file = join(folder, 'event.json');
  writeFileSync(file, JSON.stringify(event));
  return runHandrail(['preview', '--event', file]);
}

describe('a preview', { timeout: 30_000 }, () => {
  test('shows each message of somebody who can be texted', async () => {
    const { code, stdout } = await previewOf(aClosedSession());

    expect(code).toBe(0);
    expect(stdout).toContain('A follow-up of 3 messages.');
    expect(stdout).toMatch(/2026-11-24 09:\d\d -05:00 {2}d1, text, 1 segment/);
  });

  test('shows no text to somebody whose safe hours are never open', async () => {
    const lateOnly = aPhone({ safeHours: { from: '21:00', to: '23:00' } });
    const { code, stdout } = await previewOf(
      aClosedSession({ contacts: [lateOnly], consents: [aConsent('sms')] }),
    );

    expect(code).toBe(0);
    expect(stdout).toContain('A follow-up of 0 messages.');
    expect(stdout).toContain('d1 would not be sent, and staff call: no window in time.');
    expect(stdout).not.toContain('Maya');
  });

  test('says that it takes one closed session when it is given several', async () => {
    const { code, stderr } = await previewOf([aClosedSession(), aClosedSession({ id: 'evt-2' })]);

    expect(code).toBe(1);
    expect(stderr).toContain('a preview takes one closed session');
  });
});
