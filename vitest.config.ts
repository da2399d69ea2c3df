import { defineConfig } from 'vitest/config';

const folders = '{lib,components,sanity,scripts,app}/**';

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [`${folders}/*.test.{ts,tsx}`], exclude: [`${folders}/*.db.test.ts`] },
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
