/** What the tests of shared/domain take from vitest: its own `expect`, and declarations that can be run many times over. */
export { expect } from 'vitest';
// What a file prepares once it prepares for every test here: prepared before a mutant, it would hide the mutant.
export {
  afterEach,
  afterEach as afterAll,
  beforeEach,
  beforeEach as beforeAll,
  describe,
  test,
  test as it,
} from './suite.ts';
