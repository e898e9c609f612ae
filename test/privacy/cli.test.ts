import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesIn, runHandrail, type Ran } from '#test/cli/run-handrail.ts';
import { aBrokenEvent } from './broken-event.ts';
import { findMarkers } from './find-markers.ts';
import { aMarkedClient } from './marked-client.ts';

const clients = [aMarkedClient(0), aMarkedClient(1)] as const;
const [answers, invalid] = clients;
const markers = clients.flatMap((client) => client.markers);
const folder = mkdtempSync(join(tmpdir(), 'handrail-privacy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('the demo with an agency’s own files', () => {
  let ran: Ran;
  beforeAll(async () => {
    const events = fileOf('events.json', JSON.stringify([answers.closed(), aBrokenEvent(invalid)]));
    const words = { client: answers.ref, after: 'PT5M', text: `please call ${answers.says('in a text')}` };
    const replies = fileOf('replies.json', JSON.stringify([words, { ...words, of: 9, text: answers.phone }]));
    ran = await runHandrail(['demo', '--event', events, '--replies', replies, '--days', '1', '--json']);
  }, 120_000);

  test('shows the play on its standard output, to whoever ran it', () => {
    expect(linesIn(ran.stdout).map(({ kind }) => kind)).toContain('text-received');
    expect(findMarkers(ran.stdout, markers).map(({ field }) => field)).toContain(
      'words in a text of client 0',
    );
  });

  test('says on its standard error what was wrong, without anybody’s name, number or words', () => {
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('contacts.0.safeHours');
    // The agency's own reference says whose reply never came due.
    const found = findMarkers(ran.stderr, markers).filter(({ field }) => !field.startsWith('ref of'));
    expect(found).toEqual([]);
  });

  test('leaves nothing of a client in the synthesised stack that it keeps for the next run', () => {
    // Whatever an earlier run left would be found, too; the bundles are made before there is an event.
    const kept = filesIn('.handrail/synthesised').filter((file) => !file.endsWith('.mjs'));
    expect(kept.length).toBeGreaterThan(0);
    const leaks = kept.flatMap((file) => findMarkers(readFileSync(file, 'latin1'), markers).map(() => file));
    expect(leaks).toEqual([]);
  });
});

function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('a file that is no JSON is not repeated', async () => {
  const file = fileOf('broken.json', `{"client": {"preferredName": "${answers.email}", ${answers.phone}`);
  for (const args of [
    ['demo', '--event', file],
    ['preview', '--event', file],
    ['demo', '--replies', file],
  ]) {
    const { code, stderr } = await runHandrail(args);
    expect(code).toBe(1);
    expect(findMarkers(stderr, markers)).toEqual([]);
  }
});
