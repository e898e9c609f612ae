import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { testsOfTables } from '../tests.ts';
import { forgetEverything, hookModules, loadAnew } from './module-hooks.ts';
import { switches } from './switches.ts';
import { forgetTests } from './suite.ts';
import {
  failureToLoad,
  load,
  nearestFirst,
  run,
  testFiles,
  testsIn,
  type DeclaredTest,
} from './test-files.ts';

/**
 * Runs the tests in Stryker's own process, again and again on the same modules: a mutant costs what its tests cost, where
 * vitest would start a worker and import everything anew. A mutant of what a module does while it loads gets new modules.
 */
function inProcessRunner(): TestRunner {
  let unmarked = true;

  async function mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, reloadEnvironment, testFilter } = options;
    if (reloadEnvironment) startAnew();
    const files = testFilter ? filesOf(testFilter) : testsOfTables(activeMutant.fileName, testFiles());
    if (mutantActivation === 'runtime') await load(files);
    const instrumented = switches();
    instrumented.activeMutant = activeMutant.id;
    instrumented.hitLimit = Math.max(LEAST_HITS, (options.hitLimit ?? Infinity) / SOONER_GIVEN_UP);
    forgetEverything();
    const wanted = testFilter && new Set(testFilter);
    const results: TestResult[] = [];
    for (const file of nearestFirst(files, activeMutant.fileName)) {
      const broken = await failureToLoad(file);
      if (broken) return toMutantRunResult({ status: DryRunStatus.Complete, tests: [...results, broken] });
      for (const test of testsIn(file).filter(({ id }) => !wanted || wanted.has(id))) {
        instrumented.hitCount = 0;
        const result = await run(test);
        results.push(result);
        const endless = determineHitLimitReached(instrumented.hitCount, instrumented.hitLimit);
        if (endless) return toMutantRunResult(endless);
        if (result.status === TestStatus.Failed) return killed(test, results, mutantActivation);
      }
    }
    unmarked = false;
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }

  /** The test must pass again without the mutant. One that does not was broken by an earlier mutant: all is tried again, anew. */
  async function killed(
    test: DeclaredTest,
    results: TestResult[],
    activation: MutantRunOptions['mutantActivation'],
  ): Promise<MutantRunResult> {
    delete switches().activeMutant;
    forgetEverything();
    const mayBeMarked = activation === 'runtime' && !unmarked;
    if (mayBeMarked && (await run(test)).status === TestStatus.Failed)
      throw new Error(`an earlier mutant left its mark on: ${test.id}`);
    unmarked = false;
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }

  function startAnew(): void {
    delete switches().activeMutant;
    loadAnew();
    forgetTests();
    unmarked = true;
  }

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    init: () => Promise.resolve(hookModules()),
    dryRun,
    mutantRun,
  };
}

/** All tests without a mutant: which of them meet which mutants. */
async function dryRun(): Promise<DryRunResult> {
  const instrumented = switches();
  const files = testFiles();
  await load(files);
  const tests: TestResult[] = [];
  for (const test of files.flatMap(testsIn)) {
    forgetEverything();
    instrumented.currentTestId = test.id;
    tests.push(await run(test));
  }
  delete instrumented.currentTestId;
  const { mutantCoverage } = instrumented;
  return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
}

const filesOf = (ids: readonly string[]): string[] => [
  ...new Set(ids.map((id) => id.split('#', 1)[0] ?? '')),
];

/** Stryker allows a mutant a hundred times the hits of all tests together; for one test a little more than all is enough. */
const SOONER_GIVEN_UP = 66;
const LEAST_HITS = 500;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', inProcessRunner)];
