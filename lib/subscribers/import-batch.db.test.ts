import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { subscriberLists, subscribers, suppressions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import type { ImportRow } from './decide-import.ts';
import { importBatch } from './import-batch.ts';
import { addSuppression, suppressionHash } from './suppression-store.ts';

const { db, pool } = await testDatabase();
const secret = 'a secret of at least 24 characters';
const now = new Date('2026-01-15T17:00:00Z');
const before = new Date('2025-01-15T17:00:00Z');

beforeEach(async () => {
  await db.delete(subscribers);
  await db.delete(suppressions);
});

const row = (name: string, more: Partial<ImportRow> = {}): ImportRow => ({
  line: 2,
  email: { address: `${name}@example.com`, key: `${name}@example.com` },
  state: 'confirmed',
  language: 'en',
  sourcePath: null,
  createdAt: before,
  confirmedAt: before,
  unsubscribedAt: null,
  listIds: ['daily'],
  ...more,
});
const bringIn = (rows: ImportRow[]) => importBatch({ db, secret }, rows, { now, dry: false });

/** Somebody signs up at the moment at which the import has found no row of theirs, and waits for theirs. */
async function overtake(name: string, rows: ImportRow[]) {
  const person = await pool.connect();
  try {
    await person.query('begin');
    await person.query(
      `insert into subscribers (id, email, email_key, state, language, created_at)
       values ($1, $2, $2, 'pending', 'es', $3)`,
      [randomUUID(), `${name}@example.com`, now],
    );
    const importing = bringIn(rows);
    const waiting = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await pool.query(waiting)).rows[0].count, { timeout: 15_000 }).toBe(1);
    await person.query('commit');
    return await importing;
  } finally {
    person.release();
  }
}

test('who signs up while their row is brought in is not reported as added, but as what the row did', async () => {
  const rows = [row('ana'), row('bea')];
  const done = await overtake('ana', rows);
  expect(new Map(done.map((one) => [one.row.email.key, one.decision.kind]))).toEqual(
    new Map([
      ['ana@example.com', 'confirm'],
      ['bea@example.com', 'add'],
    ]),
  );
  const [ana] = await db.select().from(subscribers).where(eq(subscribers.emailKey, 'ana@example.com'));
  expect(ana).toMatchObject({ state: 'confirmed', confirmedAt: before, language: 'es' });
  expect(await db.select().from(subscriberLists)).toHaveLength(2);
});

test('a suppressed row that is overtaken suppresses nobody: they have asked for mail here', async () => {
  const [done] = await overtake('ana', [row('ana', { state: 'suppressed', confirmedAt: null })]);
  expect(done?.decision).toEqual({ kind: 'refuse', reason: 'is pending here, suppressed in the file' });
  expect(await db.select().from(suppressions)).toEqual([]);
});

test('an erased address that is suppressed in the file stays forgotten, and gets no mail', async () => {
  const emailHash = suppressionHash(secret, 'ana@example.com');
  await addSuppression(db, { emailHash, reason: 'erased' }, before);
  const [done] = await bringIn([row('ana', { state: 'suppressed', confirmedAt: null })]);
  expect(done?.decision).toEqual({ kind: 'suppress' });
  expect(await db.select().from(subscribers)).toEqual([]);
  expect(await db.select().from(suppressions)).toMatchObject([{ emailHash, reason: 'import' }]);
});

test('a full batch of readers of many lists comes in whole', async () => {
  const listIds = Array.from({ length: 50 }, (_, index) => `list-${index}`);
  await bringIn(Array.from({ length: 500 }, (_, index) => row(`reader-${index}`, { listIds })));
  expect(await db.$count(subscriberLists)).toBe(25_000);
});
