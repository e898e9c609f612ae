/** How shared/domain is mutated; which files are, and the floors, stand in test/mutation/groups.ts. Run it with `npm run mutation`. */
export default {
  testRunner: 'in-process',
  plugins: ['./test/mutation/runner/stryker-plugin.ts'],
  coverageAnalysis: 'perTest',
  // Node strips the types itself, so there is no tsconfig to rewrite and no type check to switch off.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  ignorePatterns: ['cdk.out', '.handrail'],
  tempDirName: '.handrail/mutation/sandbox',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: '.handrail/mutation/report.json' },
  timeoutMS: 2000,
  // Modules that were loaded anew stay in memory.
  maxTestRunnerReuse: 300,
};
