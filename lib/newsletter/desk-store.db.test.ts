import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/test-database.ts';
import { findDatabaseIdentity } from './desk-store.ts';

const { db, pool } = await testDatabase();
const other = await testDatabase();

test('a database is the same at each look, and another one than its copies', async () => {
  const identity = await findDatabaseIdentity(db);
  expect(await findDatabaseIdentity(db)).toBe(identity);
  await pool.query('checkpoint');
  await pool.query('vacuum full newsletter_desk');
  expect(await findDatabaseIdentity(db)).toBe(identity);
  expect(await findDatabaseIdentity(other.db)).not.toBe(identity);
});

test('a restore into the same database shows by its tables, which are made anew', async () => {
  const identity = await findDatabaseIdentity(other.db);
  await other.pool.query('alter table newsletter_desk rename to before_restore');
  await other.pool.query('create table newsletter_desk (like before_restore including all)');
  expect(await findDatabaseIdentity(other.db)).not.toBe(identity);
});

test('a role that may not ask for the cluster still tells databases apart', async () => {
  const role = `limited_${randomBytes(6).toString('hex')}`;
  await pool.query(`create role ${role}`);
  await pool.query('revoke execute on function pg_control_system() from public');
  const [whole, limited] = [
    await findDatabaseIdentity(db),
    await db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local role ${role}`));
      return findDatabaseIdentity(tx);
    }),
  ];
  await pool.query(`drop role ${role}`);
  expect(whole.endsWith(`/${limited}`)).toBe(true);
  expect(limited.split('/')).toHaveLength(3);
});
