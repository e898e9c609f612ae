import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import type { Fact } from '#shared/domain/record.ts';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { findPeople } from '#infra/local/timeline/people.ts';
import { originOfMail, originOfText } from '#infra/local/timeline/message-of.ts';
import { linesIn, runHandrail, type Ran } from './run-handrail.ts';

const KILLS = 50;
const DAYS = '45';

const dataDir = mkdtempSync(join(tmpdir(), 'handrail-kill-'));
let runs: Ran[] = [];
let undisturbed: TimelineLine[] = [];
let disturbed: TimelineLine[] = [];
let stack: LocalStack;

beforeAll(async () => {
  undisturbed = linesIn((await runHandrail(['demo', '--json', '--days', DAYS])).stdout);
  runs = await killAgainAndAgain(['demo', '--json', '--days', DAYS, '--data', dataDir]);
  disturbed = runs.flatMap(({ stdout }) => linesIn(stdout));
  stack = await startLocalStack({
    templateFile: join(dataDir, 'synthesised', 'Handrail.template.json'),
    dataDir,
    clock: { mode: 'fast' },
  });
}, 300_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe(`a play that was killed ${KILLS} times`, () => {
  test('was killed that often, and came to its end', () => {
    expect(runs.filter(({ code }) => code === null)).toHaveLength(KILLS);
    expect(runs.at(-1)).toMatchObject({ code: 0 });
  });

  test('handed no message over twice, by the carrier’s and the mailbox’s own lists', () => {
    const texts = stack.twilio
      .messages()
      .filter(({ by }) => by === 'handrail')
      .map(originOfText);
    const ids = [...texts, ...stack.mailbox().map(originOfMail)].map((origin) => origin?.id ?? 'unknown');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).not.toContain('unknown');
  });

  test('let nobody text twice for one answer of theirs', () => {
    expect(plainOnes(disturbed, 'text-received')).toEqual(plainOnes(undisturbed, 'text-received'));
  });

  test('gave every check-in one outcome, or has it still open', async () => {
    const outcomes = new Map<string, number>();
    const planned = new Set<string>();
    for (const item of await stack.table('Facts')) {
      for (const { kind, detail } of item['facts'] as Fact[]) {
        const id = `${String(item['document'])} ${String(detail?.['checkIn'])}`;
        if (kind === 'check-in-planned') planned.add(id);
        if (OUTCOMES.some((outcome) => kind === `check-in-${outcome}`))
          outcomes.set(id, (outcomes.get(id) ?? 0) + 1);
      }
    }
    const people = findPeople(stack);
    for (const id of planned) {
      const [document = '', checkIn] = id.split(' ');
      const isOpen = (await people.followUp(document))?.checkIns.some((step) => step.id === checkIn);
      expect({ id, outcomes: outcomes.get(id) ?? 0 }).toEqual({ id, outcomes: isOpen ? 0 : 1 });
    }
    expect(planned.size).toBeGreaterThan(8);
  });

  test('told the same as a play that nobody disturbed', () => {
    expect(once(disturbed)).toEqual(once(undisturbed));
  });

  test('showed every text once', () => {
    expect(plainOnes(disturbed, 'text-sent')).toEqual(plainOnes(undisturbed, 'text-sent'));
  });
});

type Kill = NonNullable<NonNullable<Parameters<typeof runHandrail>[1]>['kill']>;

/** Kills come during the start, soon after it, and once something new has happened. */
function someMoment(runsWithoutALine: number): Kill {
  const dice = Math.random();
  // A message that is killed four times in a row would become a dead letter, and rightly so.
  if (dice < 0.5 || runsWithoutALine > 1) {
    return { afterMs: Math.random() * 150, since: { lines: 1 + Math.floor(Math.random() * 2) } };
  }
  return dice < 0.65
    ? { afterMs: Math.random() * 1000, since: 'start' }
    : { afterMs: Math.random() * 800, since: 'ready' };
}

async function killAgainAndAgain(args: readonly string[]): Promise<Ran[]> {
  const done: Ran[] = [];
  let withoutALine = 0;
  for (let kills = 0; kills < KILLS; kills += 1) {
    const ran = await runHandrail(args, { kill: someMoment(withoutALine) });
    withoutALine = linesIn(ran.stdout).length === 0 ? withoutALine + 1 : 0;
    done.push(ran);
  }
  return [...done, await runHandrail(args)];
}

const OUTCOMES = ['answered', 'missed', 'not-sent', 'not-delivered', 'cancelled'];

const plainOnes = (lines: readonly TimelineLine[], kind: TimelineLine['kind']) =>
  lines
    .filter((line) => line.kind === kind)
    .map(plain)
    .sort();

/**
 * Alerts may ring twice after a kill, and operators hear of what a kill broke off: neither may be missing. That a mail
 * arrived is told as it happens and kept nowhere, so a kill in that very moment takes the line with it.
 */
const once = (lines: readonly TimelineLine[]) =>
  [...new Set(lines.filter((line) => !isOfTheMoment(line)).map(plain))].sort();

const isOfTheMoment = ({ kind, channel }: TimelineLine): boolean =>
  kind === 'operators-paged' || (kind === 'delivery' && channel === 'email');

/** A line without its times, and without the carrier's random ids. */
function plain({ at: _at, local: _local, due: _due, afterMinutes: _after, ...line }: TimelineLine): string {
  return JSON.stringify(line)
    .replaceAll(/SM[0-9a-f]{32}/g, 'SM')
    .replaceAll(/127\.0\.0\.1:\d+\/\w\/[\w.~-]+/g, 'link');
}
