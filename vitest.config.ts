import { defineConfig } from 'vitest/config';

const folders = '{lib,components,sanity,scripts,app}/**';

export default defineConfig({
  test: {
    environment: 'node',
    // Faults are provoked on purpose; a test that is about a log line listens to it.
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: [`${folders}/*.db.test.ts`, `${folders}/*.long.test.ts`],
        },
      },
      {
        extends: true,
        // A real PostgreSQL is started only when one of these files is asked for.
        test: {
          name: 'database',
          include: [`${folders}/*.db.test.ts`],
          globalSetup: ['lib/db/postgres.setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
    ],
  },
});
