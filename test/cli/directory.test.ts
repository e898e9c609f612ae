import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HSDS, onDisk } from '#test/unit/directory/on-disk.ts';
import { runHandrail } from './run-handrail.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/directories/', import.meta.url));

describe('handrail directory check', () => {
  it('tells an operator what a directory holds and what is wrong with it', async () => {
    const folder = onDisk({ ...HSDS, 'phones.csv': `${HSDS['phones.csv']}p2,gone,410-555-0135\n` });
    const { code, stdout, stderr } = await runHandrail(['directory', 'check', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('1 service, 1 listing\n');
    expect(stdout).toContain('1 error, 0 warnings');
    expect(stdout).toMatch(/1 {2}phones\.service_id +no such service · left out · row 3/);
    expect(stdout).not.toContain('\u001b[');
    expect(stderr).toContain('reading services.csv');
  });

  it('answers a program with one JSON object', async () => {
    const { code, stdout } = await runHandrail(['directory', 'check', onDisk(HSDS), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      services: 1,
      locations: 1,
      problems: [],
      summary: { listings: 1, offered: 1, rows: { services: { read: 1, leftOut: 0 } } },
    });
  });

  it('answers in the same form where nothing can be read', async () => {
    const folder = onDisk({ ...HSDS, 'phones.csv': 'id,number\np1,"410-555-0134\n' });
    const json = await runHandrail(['directory', 'check', folder, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      services: 0,
      problems: [{ severity: 'error', table: 'phones.csv', row: 2, kept: false }],
    });
    const words = await runHandrail(['directory', 'check', folder]);
    expect(words.code).toBe(1);
    expect(words.stderr).toContain(
      'phones.csv, row 2, column number: a quote (") is opened here and never closed\n',
    );
    expect(words.stderr).not.toContain('    at ');
  });

  it('reads a list with a mapping and an agency’s own needs', async () => {
    const args = [
      '--mapping',
      join(EXAMPLES, 'mapping.json'),
      '--needs',
      join(EXAMPLES, 'needs.json'),
      '--json',
    ];
    const { stdout } = await runHandrail(['directory', 'check', join(EXAMPLES, 'list.csv'), ...args]);
    expect(JSON.parse(stdout)).toMatchObject({
      services: 2,
      summary: { needs: { kites: { stated: 1 } }, unmappedTerms: [] },
    });
  });

  it.each([
    [['directory']],
    [['directory', 'check']],
    [['directory', 'check', '/nowhere/at/all']],
    [['directory', 'check', EXAMPLES, '--colour', 'red']],
    [['directory', 'build', EXAMPLES]],
    [['directory', 'build', EXAMPLES, '-o', '/nowhere/at/all/town.directory']],
    [['directory', 'build', EXAMPLES, '-o', EXAMPLES]],
  ])('%j is wrong usage', async (args) => {
    expect((await runHandrail(args)).code).toBe(2);
  });

  it('says what is wrong with a mapping', async () => {
    const mapping = join(onDisk({ 'mapping.json': '{"version":1,"service":{"nam":"x"}}' }), 'mapping.json');
    const { code, stderr } = await runHandrail([
      'directory',
      'check',
      join(EXAMPLES, 'list.csv'),
      '--mapping',
      mapping,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('mapping.json cannot be used');
    expect(stderr).toContain('service');
  });
});

describe('handrail directory build', () => {
  it('builds a snapshot that matching finds services in', async () => {
    const folder = onDisk(HSDS);
    const file = join(folder, 'town.directory');
    const built = await runHandrail(['directory', 'build', folder, '-o', file, '--json']);
    expect(built.code).toBe(0);
    expect(JSON.parse(built.stdout)).toMatchObject({ built: { file, bytes: readFileSync(file).byteLength } });
    const found = await runHandrail([
      'match',
      '--directory',
      file,
      '--need',
      'food',
      '--near',
      '21201',
      '--json',
    ]);
    expect(JSON.parse(found.stdout)).toMatchObject({ results: [{ serviceId: 's1' }], considered: 1 });
  });

  it('leaves the last good snapshot where a directory cannot be read', async () => {
    const folder = onDisk({ 'services.csv': '', 'good.directory': 'as it was' });
    const file = join(folder, 'good.directory');
    expect((await runHandrail(['directory', 'build', folder, '-o', file])).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('as it was');
    expect(readdirSync(folder).sort()).toEqual(['good.directory', 'services.csv']);
  });
});

describe('handrail directory stale', () => {
  it('lists what nobody has made sure of, the longest first', async () => {
    const services = [
      'id,organization_id,name,description,status,assured_date',
      's1,o1,Old,Groceries,active,2001-05-01',
      's2,o1,Never,Groceries,active,',
      `s3,o1,New,Groceries,active,${new Date().toISOString().slice(0, 10)}`,
      's4,o1,Gone,Groceries,defunct,',
    ];
    const folder = onDisk({
      ...HSDS,
      'services.csv': services.join('\n'),
      'phones.csv': 'id,organization_id,number\np1,o1,410-555-0134\n',
    });
    const { code, stdout } = await runHandrail(['directory', 'stale', folder, '--json']);
    expect(code).toBe(0);
    const { stale } = JSON.parse(stdout);
    expect(stale.map(({ name }: { name: string }) => name)).toEqual(['Never', 'Old']);
    expect(stale[1]).toMatchObject({ verifiedAt: '2001-05-01', phone: '+14105550134' });
    expect((await runHandrail(['directory', 'stale', folder])).stdout).toContain(
      '2 of 4 listings should be made sure of',
    );
  });
});
