import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // On a laptop as in CI: a test that was focused while it was written would silence all others of its file.
    allowOnly: false,
    // As Node and the bundler read a CommonJS module, so that what runs here is what runs there.
    deps: { interopDefault: false },
  },
});
