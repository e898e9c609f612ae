import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import { aListing, NOW, north } from '#test/unit/matching/a-listing.ts';
import { runHandrail } from './run-handrail.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-match-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'town.snapshot');
const bytes = writeSnapshot(
  [
    aListing({ id: 'pantry', name: 'Corner Pantry', place: north(2), address: ['1 Main St', 'Baltimore'] }),
    aListing({ id: 'teens', name: 'Teen Kitchen', ages: { from: 12, to: 17 } }),
    aListing({ id: 'house', name: 'Quiet House', needs: [{ code: 'shelter', known: 'stated' }], confidential: true, place: { kind: 'unknown' } }),
    aListing({ id: 'line', name: 'Food Line', place: { kind: 'virtual' } }),
  ],
  { builtAt: NOW },
); // prettier-ignore
writeFileSync(file, bytes);

const AT = ['--at', '2026-11-23T15:00:00Z'];
const matchIn = (directory: string, ...args: string[]) =>
  runHandrail(['match', '--directory', directory, ...args]);

describe('matching from a terminal', { timeout: 30_000 }, () => {
  test('gives programs what the contract says', async () => {
    const args = ['--need', 'food', '--near', '39.29,-76.61', '--age', '34', '--language', 'es', ...AT, '--json'];
    const { code, stdout } = await matchIn(file, ...args);
    const found = JSON.parse(stdout) as Record<string, unknown[]>;

    expect(code).toBe(0);
    expect(found).toMatchObject({
      results: [
        {
          serviceId: 'pantry',
          name: 'Corner Pantry',
          organization: 'Friends of pantry',
          distanceKm: 2,
          for: ['need:food', 'distance:2-km', 'area:nationwide', 'language:es', 'cost:free', 'open-now', 'verified:1-month-ago', 'capacity:available'],
          against: ['age:unknown'],
          phone: '+14105550101',
          confidentialAddress: false,
        },
      ],
      anywhere: [{ serviceId: 'line' }],
      excluded: [{ serviceId: 'teens', because: 'age 12-17 only' }],
      considered: 4,
    });
  }); // prettier-ignore

  test('gives a helpline worker something to read aloud', async () => {
    const { code, stdout } = await matchIn(file, '--need', 'food', '--near', '21201', '--age', '34', ...AT);

    expect(code).toBe(0);
    expect(stdout).toContain(
      '1. Corner Pantry, Friends of pantry\n   Call 410-555-0101.\n   1 Main St, Baltimore\n',
    );
    expect(stdout).toContain('Good: for food;');
    expect(stdout).toContain('Nobody said for which ages: ask.');
    expect(stdout).toContain('1  age 12-17 only');
    expect(stdout).toContain('4 active services are in this directory.');
  });

  test('says of a secret place to telephone, and nothing of where it is', async () => {
    const { stdout } = await matchIn(file, '--need', 'shelter', '--near', '21201', ...AT);
    expect(stdout).toContain('(its place is secret; call first)');
    expect(stdout).not.toContain('miles');
  });

  test('tells a need that there is nothing for from one that there is not', async () => {
    const nothing = await matchIn(file, '--need', 'legal');
    expect([nothing.code, nothing.stderr]).toEqual([
      0,
      'This directory has nothing for legal. It has: food, shelter.\n',
    ]);
    const unknown = await matchIn(file, '--need', 'fod');
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('"fod" is not a need');
  });

  test.each([
    ['a ZIP code that is none', ['--near', '00000']],
    ['half a place', ['--near', '39.29']],
    ['an age that is none', ['--age', 'old']],
    ['an instant that is none', ['--at', 'tomorrow']],
  ])('refuses %s', async (_, args) => {
    const { code, stdout } = await matchIn(file, '--need', 'food', ...args);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('reads a directory that was not built yet', async () => {
    const folderOfOne = join(folder, 'source');
    mkdirSync(folderOfOne);
    writeFileSync(
      join(folderOfOne, 'organizations.csv'),
      'id,name,description\no1,Friends of Food,They help\n',
    );
    writeFileSync(
      join(folderOfOne, 'services.csv'),
      'id,organization_id,name,description,status\ns1,o1,Food pantry,Free groceries,active\n',
    );
    const { code, stdout } = await matchIn(folderOfOne, '--need', 'food');
    expect([code, stdout.split('\n')[2]]).toEqual([0, '1. Food pantry, Friends of Food']);
    writeFileSync(join(folder, 'empty.json'), '[]');
    expect((await matchIn(join(folder, 'empty.json'), '--need', 'food')).code).toBe(1);
  });

  test('refuses a directory that was cut off, damaged, or is none', async () => {
    const damaged = bytes.slice();
    damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
    for (const [content, words] of [
      [bytes.subarray(0, 2000), 'is cut off'],
      [damaged, 'was damaged'],
      [Buffer.from('id,name'), 'is not a directory snapshot'],
    ] as const) {
      const broken = join(folder, 'broken.snapshot');
      writeFileSync(broken, content);
      const { code, stderr } = await matchIn(broken, '--need', 'food');
      expect(code).toBe(1);
      expect(stderr).toContain(`${broken}: this`);
      expect(stderr).toContain(words);
    }
    expect((await matchIn(join(folder, 'none'), '--need', 'food')).stderr).toContain('there is no such file');
  });
});
