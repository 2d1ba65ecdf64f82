import { defineConfig } from 'vitest/config';

/** Most tests take milliseconds; builds and pages in a browser get their own, longer limits where they stand. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/prepare.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 180_000,
    reporters: ['default', './test/skips.ts'],
  },
});
