import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  deliveries,
  gifts,
  sessions,
  signInRequests,
  subscriberLists,
  subscribers,
  tokens,
} from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { eraseSubscriber } from './erase-subscriber.ts';
import { addSuppression, findSuppression, suppressionHash } from './suppression-store.ts';

const { db, pool } = await testDatabase();
const secret = 'a secret of at least 24 characters';
const now = new Date('2026-01-15T17:00:00Z');
const later = new Date('2026-01-16T17:00:00Z');

/** A subscriber with a row in every table that can hold one of theirs. */
async function subscriberWithEverything(state: 'confirmed' | 'suppressed' = 'confirmed') {
  const id = randomUUID();
  const email = `Reader.${id}@example.com`;
  const emailKey = email.toLowerCase();
  await db.insert(subscribers).values({ id, email, emailKey, state, language: 'en', createdAt: now });
  await db.insert(subscriberLists).values({ subscriberId: id, listId: 'daily', chosenAt: now });
  const request = randomUUID();
  const lasts = { createdAt: now, expiresAt: later };
  await db
    .insert(signInRequests)
    .values({ id: request, handleHash: randomUUID(), subscriberId: id, ...lasts });
  await db.insert(tokens).values({
    hash: randomUUID(),
    purpose: 'sign_in',
    subscriberId: id,
    signInRequestId: request,
    ...lasts,
  });
  await db
    .insert(sessions)
    .values({ id: randomUUID(), tokenHash: randomUUID(), subscriberId: id, createdAt: now, lastUsedAt: now });
  await db
    .insert(gifts)
    .values({ id: randomUUID(), tokenHash: randomUUID(), articleId: 'reef', giverId: id, ...lasts });
  await db.insert(deliveries).values({
    id: randomUUID(),
    purpose: 'confirmation',
    subscriberId: id,
    language: 'en',
    state: 'sent',
    createdAt: now,
    dueAt: now,
  });
  return { id, email, emailKey };
}

/** Every row of every table of the database, the jobs' included. */
async function everyRow(): Promise<string> {
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const found = await pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`);
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows.join('\n').toLowerCase();
}

test('no table knows an erased address or its id any more', async () => {
  const { id, emailKey } = await subscriberWithEverything();
  const before = await everyRow();
  expect(before).toContain(emailKey);
  expect(before.split(id).length - 1).toBeGreaterThanOrEqual(7);
  expect(await eraseSubscriber(db, secret, id, now)).toBe(true);
  const after = await everyRow();
  expect(after).not.toContain(emailKey);
  expect(after).not.toContain(id);
});

test('what stays is a keyed hash that says the address was erased', async () => {
  const { id, emailKey } = await subscriberWithEverything();
  await eraseSubscriber(db, secret, id, now);
  expect(await findSuppression(db, suppressionHash(secret, emailKey))).toMatchObject({ reason: 'erased' });
  expect(await findSuppression(db, suppressionHash(`another ${secret}`, emailKey))).toBeNull();
});

test('erasing again says that there is nobody', async () => {
  const { id } = await subscriberWithEverything();
  await eraseSubscriber(db, secret, id, now);
  expect(await eraseSubscriber(db, secret, id, now)).toBe(false);
});

test('erasing a suppressed address, by its state or its hash, opens it to no mail', async () => {
  const byState = await subscriberWithEverything('suppressed');
  await eraseSubscriber(db, secret, byState.id, now);
  expect(await findSuppression(db, suppressionHash(secret, byState.emailKey))).toMatchObject({
    reason: 'suppressed',
  });
  const byHash = await subscriberWithEverything();
  const emailHash = suppressionHash(secret, byHash.emailKey);
  await addSuppression(db, { emailHash, reason: 'complaint' }, now);
  await eraseSubscriber(db, secret, byHash.id, now);
  expect(await findSuppression(db, emailHash)).toMatchObject({ reason: 'complaint' });
});
