import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { testDatabase } from './test-database.ts';

const { url, pool } = await testDatabase();

test('migrating again, twice at once, changes nothing and fails for nobody', async () => {
  await Promise.all([migrate(url), migrate(url)]);
  const applied = await pool.query('select count(*)::int as count from drizzle.__drizzle_migrations');
  expect(applied.rows[0].count).toBeGreaterThan(0);
});
