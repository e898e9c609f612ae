import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHazardLog } from './hazard-log.ts';
import { hazardProblems } from './hazard-problems.ts';
import { testTitlesOf } from './test-titles.ts';

const written = readFileSync('docs/hazards.md', 'utf8');

describe('the hazard log', () => {
  const log = readHazardLog(written);

  test('names at least forty hazards, and reads every one that it writes', () => {
    expect(log.hazards.length).toBeGreaterThanOrEqual(40);
    expect(log.hazards).toHaveLength(written.match(/^### /gm)?.length ?? 0);
    expect(log.levels.size).toBe(16);
  });

  test('is complete, and links every control to tests that exist under that name', () => {
    expect(hazardProblems(log, testTitlesOf)).toEqual([]);
  });

  test('lists its hazards in order, and each in its contents with its levels', () => {
    const contents = log.hazards.map(({ id, name, fields }) => {
      const link = `[${id}](#${anchorOf(`${id} · ${name}`)})`;
      return [link, name, levelIn(fields['Before']), levelIn(fields['After'])].join(' | ');
    });

    expect(log.hazards.map(({ id }) => id)).toEqual(log.hazards.map(({ id }) => id).toSorted());
    expect(rowsOf(written, '[H-')).toEqual(contents);
  });
});

/** Rows of a table that begin like this, without what is there for looks. */
const rowsOf = (markdown: string, beginning: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith(`| ${beginning}`))
    .map((line) => line.slice(2, -1).replaceAll(/ +\|/g, ' |').trim());

const levelIn = (risk = ''): string | undefined => /\*\*(\w+)\*\*/.exec(risk)?.[1];

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
