import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  deliveries,
  feedKeys,
  gifts,
  sessions,
  signInRequests,
  subscriberLists,
  subscribers,
  tokens,
  unsubscriptions,
} from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { chooseLists } from './choose-lists.ts';
import { listsOf } from './list-store.ts';
import { findPersonalData } from './personal-data-store.ts';

const { db, pool } = await testDatabase();
const now = new Date('2026-01-15T17:00:00Z');

async function subscribed(state: 'confirmed' | 'unsubscribed' | 'suppressed' = 'confirmed') {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const dates = { createdAt: now, confirmedAt: now, unsubscribedAt: state === 'unsubscribed' ? now : null };
  await db.insert(subscribers).values({ id, email, emailKey: email, state, language: 'en', ...dates });
  return id;
}

test('what is held of a person is in their file, table by table, and of nobody else', async () => {
  const id = await subscribed();
  const request = randomUUID();
  const lasts = { createdAt: now, expiresAt: now };
  await db.insert(subscriberLists).values({ subscriberId: id, listId: 'daily', chosenAt: now });
  await db.insert(signInRequests).values({ id: request, handleHash: 'secret 1', subscriberId: id, ...lasts });
  const token = {
    hash: 'secret 2',
    purpose: 'sign_in',
    codeHash: 'secret 3',
    signInRequestId: request,
  } as const;
  await db.insert(tokens).values({ ...token, subscriberId: id, ...lasts });
  const session = { id: randomUUID(), tokenHash: 'secret 4', device: 'Firefox on Linux' };
  await db.insert(sessions).values({ ...session, subscriberId: id, createdAt: now, lastUsedAt: now });
  const gift = { id: randomUUID(), tokenHash: 'secret 5', articleId: 'reef' };
  await db.insert(gifts).values({ ...gift, giverId: id, ...lasts });
  const feed = { id: randomUUID(), keyHash: 'secret 6' };
  await db.insert(feedKeys).values({ ...feed, subscriberId: id, createdAt: now });
  const mail = { id: randomUUID(), purpose: 'confirmation', state: 'sent', language: 'en' } as const;
  await db.insert(deliveries).values({ ...mail, subscriberId: id, createdAt: now, dueAt: now });
  await db.insert(unsubscriptions).values({ id: randomUUID(), subscriberId: id, createdAt: now });

  const data = await findPersonalData(db, id);
  if (!data) throw new Error('There is nothing');
  const { subscriber, ...tables } = data;
  expect(subscriber).toMatchObject({ id, email: `${id}@example.com` });
  for (const [name, rows] of Object.entries(tables)) expect(rows, name).toHaveLength(1);
  expect(JSON.stringify(data)).not.toContain('secret');
  const other = await findPersonalData(db, await subscribed());
  expect(Object.values(other ?? {}).flat()).toHaveLength(1);

  // A table that refers to a subscriber and is not read would be missing from everybody's file.
  const referring = await pool.query(
    "select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'subscribers'::regclass",
  );
  expect(Object.keys(tables)).toHaveLength(new Set(referring.rows.map((row) => row.conrelid)).size);
});

test('of nobody there is no file', async () => {
  expect(await findPersonalData(db, randomUUID())).toBeNull();
});

test('who had left and chooses a newsletter has come back; who chooses none, or is suppressed, has not', async () => {
  for (const [before, lists, after] of [
    ['unsubscribed', ['daily'], { state: 'confirmed', unsubscribedAt: null }],
    ['unsubscribed', [], { state: 'unsubscribed', unsubscribedAt: now }],
    ['suppressed', ['daily'], { state: 'suppressed' }],
    ['confirmed', [], { state: 'confirmed' }],
  ] as const) {
    const id = await subscribed(before);
    await chooseLists(db, id, [...lists], now);
    expect((await findPersonalData(db, id))?.subscriber).toMatchObject({ ...after, confirmedAt: now });
    expect(await listsOf(db, id)).toEqual(lists);
  }
});
