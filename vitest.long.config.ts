import { defineConfig } from 'vitest/config';

/** What `npm run test:long` adds: loops and great numbers, one file after the other. */
export default defineConfig({
  test: {
    name: 'long',
    environment: 'node',
    env: { LOG_LEVEL: 'silent' },
    include: ['{lib,components,sanity,scripts,app}/**/*.long.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
