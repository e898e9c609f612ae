import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, test } from 'vitest';
import { PROMISES } from '../what-was-seen.ts';
import { BugDoesNotFit, withBug } from './plant.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { foundOnPage } from './table.ts';

const ROOT = new URL('../../../', import.meta.url);
const LANGUAGE = new Set(['as', 'const', 'continue', 'if', 'return', 'typeof', 'Date', 'Infinity', 'Math']);

const wordsOf = (source: string): Set<string> => new Set(source.match(/(?<![\w$])[a-zA-Z]\w*/g));

describe('bugs that the simulation must find', () => {
  test('there are at least thirty, each with a name of its own', () => {
    const names = new Set(PLANTED_BUGS.map(({ name }) => name));
    expect(names.size).toBe(PLANTED_BUGS.length);
    expect(names.size).toBeGreaterThanOrEqual(30);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('every promise has one that breaks it', () => {
    expect(new Set(PLANTED_BUGS.map(({ promise }) => promise))).toEqual(new Set(PROMISES));
  });

  test.each(PLANTED_BUGS)(
    '$name fits into its file as it is today, and the file can still be read',
    (bug) => {
      expect(bug.file).toMatch(/^(?:shared|functions)\/[\w/-]+\.ts$/);
      const source = withBug(bug);
      expect(source).not.toBe(readFileSync(new URL(bug.file, ROOT), 'utf8'));
      expect(stripTypeScriptTypes(source)).not.toBe('');
    },
  );

  test.each(PLANTED_BUGS)(
    '$name uses only what its file knows, so that it does wrong and does not throw',
    (bug) => {
      const known = wordsOf(readFileSync(new URL(bug.file, ROOT), 'utf8'));
      // Neither what stands in quotes, nor members, nor what it declares itself.
      for (const declared of bug.replace.match(/(?<=const )\w+/g) ?? []) known.add(declared);
      const own = wordsOf(bug.replace.replace(/'[^']*'|\.\w+|(?<=[{,] )\w+:/g, ''));
      expect([...own].filter((word) => !known.has(word) && !LANGUAGE.has(word))).toEqual([]);
    },
  );

  test('one whose place in the source has changed says so by name', () => {
    const [bug] = PLANTED_BUGS;
    if (!bug) throw new Error('no bugs');
    const gone = { ...bug, find: 'words that stand nowhere' };
    expect(() => withBug(gone)).toThrow(BugDoesNotFit);
    expect(() => withBug({ ...gone, find: 'const' })).toThrow(bug.name);
  });

  test('each was found, by a play that docs/simulation.md names, with the promise that it breaks', () => {
    expect(foundOnPage()).toEqual(PLANTED_BUGS.map(({ name, promise }) => ({ name, promise })));
  });

  test('a process that plants one runs with it, and the file stays as it was', () => {
    const file = new URL('shared/domain/sending/carrier-errors.ts', ROOT);
    const before = readFileSync(file, 'utf8');
    const script = `
      const { plant } = await import('#test/simulation/bugs/plant.ts');
      const { PLANTED_BUGS } = await import('#test/simulation/bugs/planted-bugs.ts');
      plant(PLANTED_BUGS.find(({ name }) => name === 'carrier-opt-out-is-a-bad-number'));
      const { classOfError } = await import('#shared/domain/sending/carrier-errors.ts');
      process.stdout.write(classOfError('21610'));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(said).toBe('permanent');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('no bundle can hold one: nothing that is deployed imports from the tests', () => {
    const deployed = globSync('{shared,functions}/**/*.ts', { cwd: ROOT });
    expect(deployed.length).toBeGreaterThan(100);
    const fromTests = deployed.filter((file) =>
      /(?:from|import)\s*\(?\s*['"](?:#test\/|[./]+test\/)/.test(readFileSync(new URL(file, ROOT), 'utf8')),
    );
    expect(fromTests).toEqual([]);
  });
});
