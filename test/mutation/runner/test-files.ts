import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestStatus, type TestResult } from '@stryker-mutator/api/test-runner';
import { EXERCISING, TOO_SLOW, TOO_SLOW_TESTS } from '../tests.ts';
import { declaredTests, declareIn, type DeclaredTest } from './suite.ts';

export type { DeclaredTest } from './suite.ts';

export const testFiles = (): string[] => globSync(EXERCISING, { exclude: TOO_SLOW }).sort();

/** Has the files declare their tests; each once, until all is loaded anew. */
export async function load(files: readonly string[]): Promise<void> {
  for (const file of files) await declareIn(file, () => import(pathToFileURL(resolve(file)).href));
}

/** A file that cannot even declare its tests has noticed the mutant. */
export async function failureToLoad(file: string): Promise<TestResult | undefined> {
  try {
    await load([file]);
    return undefined;
  } catch (error) {
    const noticed = { id: file, name: file, fileName: resolve(file), timeSpentMs: 0 };
    return { ...noticed, status: TestStatus.Failed, failureMessage: String(error) };
  }
}

export const testsIn = (file: string): readonly DeclaredTest[] =>
  declaredTests(file).filter(({ name }) => !TOO_SLOW_TESTS.some((slow) => name.startsWith(slow)));

/** Tests in the folder of the same name most likely see the mutant. */
export function nearestFirst(files: readonly string[], mutated: string): string[] {
  const folders = mutated.split('/').map((part) => part.replace(/\.ts$/, ''));
  const near = (file: string): number =>
    file.split('/').filter((part) => folders.includes(part.replace(/\.test\.ts$/, ''))).length;
  return [...files].sort((a, b) => near(b) - near(a));
}

export async function run({ id, name, file, run: body }: DeclaredTest): Promise<TestResult> {
  const start = performance.now();
  const result = { id, name, fileName: resolve(file) };
  try {
    await body();
    return { ...result, status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { ...result, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - start };
  }
}
