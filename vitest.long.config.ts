import { defineConfig } from 'vitest/config';

/** What `npm run test:long` adds: loops and great numbers, one file after the other. */
export default defineConfig({
  test: {
    name: 'long',
    environment: 'node',
    // Some tests of `npm test` run here again, on many more random cases.
    env: { LOG_LEVEL: 'silent', LAKE_PROPERTY_SEEDS: '40' },
    include: [
      '{lib,components,sanity,scripts,app}/**/*.long.test.ts',
      'sanity/content-lake/query/indexed-answers.test.ts',
    ],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
