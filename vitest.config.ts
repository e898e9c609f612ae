import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // As Node and the bundler read a CommonJS module, so that what runs here is what runs there.
    deps: { interopDefault: false },
  },
});
