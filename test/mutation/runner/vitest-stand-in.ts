/** What the tests of shared/domain take from vitest: its own `expect`, and declarations that can be run many times over. */
export { expect } from 'vitest';
export { afterEach, beforeEach, describe, test, test as it } from './suite.ts';
