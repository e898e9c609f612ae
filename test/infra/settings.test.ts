import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { ReadableError } from '#infra/readable-error.ts';
import { loadSettings } from '#infra/settings.ts';

const STAGE = `test-${process.pid}`;
const FILE = new URL(`../../infra/settings/${STAGE}.json`, import.meta.url);
afterEach(() => rmSync(FILE, { force: true }));

function messageOf(text: string): string {
  writeFileSync(FILE, text);
  try {
    loadSettings(STAGE);
  } catch (error) {
    if (error instanceof ReadableError) return error.message;
    throw error;
  }
  throw new Error('these settings were accepted');
}

describe('an operator whose settings cannot be used', () => {
  test('is told every problem at once, each by its path', () => {
    const lines = messageOf(
      JSON.stringify({
        agencyId: 'River Bend',
        timeZone: 'EST5EDT',
        officePhone: '410-555-0100',
        sending: { mode: 'maybe' },
        staff: { members: [], ladder: [{ staffId: 'st-20', waitMinutes: 0 }] },
        operators: ['not an address'],
        colour: 'blue',
      }),
    ).split('\n');
    expect(lines[0]).toContain('Nothing was synthesised or deployed');
    expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual(
      expect.arrayContaining([
        'agencyId',
        'agencyName',
        'timeZone',
        'officePhone',
        'sending.mode',
        'staff.members',
        'staff.ladder.0.waitMinutes',
        'operators.0',
        'colour',
      ]),
    );
  });

  test('is told what to do, not only that it is wrong', () => {
    const message = messageOf(JSON.stringify({ colour: 'blue', staffedHours: [] }));
    expect(message).toContain('colour: is not a setting; remove it or correct its spelling');
    expect(message).toContain('staffedHours: needs at least 1');
    expect(message).toContain('agencyName: is missing; expected string');
  });

  test('is shown the place of a slip in the JSON, and none of its words', () => {
    const message = messageOf('{\n  "officePhone": "+14105550100"\n  "program": "Riverbend"\n}');
    expect(message).toContain('line 3 column 3');
    expect(message).not.toMatch(/Riverbend|4105550100/);
  });

  test('is told which stages there are', () => {
    expect(() => loadSettings('nowhere')).toThrow(/choose one of: .*local, sample/);
  });

  test.each(['../../etc/passwd', 'Sample', ''])('cannot leave the folder with stage "%s"', (stage) => {
    expect(() => loadSettings(stage)).toThrow(ReadableError);
  });
});

describe('settings that can be used', () => {
  test('are the sample’s, with sending off', () => {
    expect(loadSettings('sample').sending).toEqual({ mode: 'off' });
  });

  test('may be replaced by whole top-level keys', () => {
    expect(loadSettings('sample', { program: 'Harbor Care' })).toMatchObject({
      program: 'Harbor Care',
      agencyId: 'riverbend',
    });
  });
});
