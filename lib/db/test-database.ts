import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type OpenDatabase, openDatabase } from './database.ts';

export type TestDatabase = OpenDatabase & { url: string };

/** A migrated database of this test file's own; gone when the file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template migrated strategy file_copy`);
  const url = `${server}/${name}`;
  const opened = openDatabase(url);
  afterAll(async () => {
    await opened.close();
    await asAdmin(server, `drop database ${name} with (force)`);
  });
  return { ...opened, url };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
