import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { feedKeys, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { eraseSubscriber } from '#lib/subscribers/erase-subscriber.ts';
import { endPrivateFeed, makePrivateFeed, openPrivateFeed, privateFeedKey } from './private-feed.ts';

const { db } = await testDatabase();
const secret = 'a secret of at least 24 characters';
const now = new Date('2026-11-24T15:00:00Z');

async function aReader(language: 'en' | 'es' = 'en') {
  const subscriberId = randomUUID();
  const email = `${subscriberId}@example.com`;
  const times = { createdAt: now, confirmedAt: now };
  await db
    .insert(subscribers)
    .values({ id: subscriberId, email, emailKey: email, state: 'confirmed', language, ...times });
  return subscriberId;
}

async function madeBy(subscriberId: string): Promise<string> {
  await makePrivateFeed(db, secret, subscriberId, now);
  const key = await privateFeedKey(db, secret, subscriberId);
  if (key === null) throw new Error('There is no key');
  return key;
}

test('a key opens its owner’s feed in their language, and the database keeps nothing that does', async () => {
  const subscriberId = await aReader('es');
  expect(await privateFeedKey(db, secret, subscriberId)).toBeNull();
  const key = await madeBy(subscriberId);
  expect(await openPrivateFeed(db, key)).toEqual({ subscriberId, language: 'es' });
  expect(await privateFeedKey(db, secret, subscriberId)).toBe(key);
  expect(JSON.stringify(await db.select().from(feedKeys))).not.toContain(key);
});

test('what is ended, replaced, made up or its owner’s no more opens nothing', async () => {
  const subscriberId = await aReader();
  const first = await madeBy(subscriberId);
  const second = await madeBy(subscriberId);
  expect(second).not.toBe(first);
  expect(await openPrivateFeed(db, first)).toBeNull();
  expect(await openPrivateFeed(db, second)).not.toBeNull();
  await endPrivateFeed(db, subscriberId);
  expect(await openPrivateFeed(db, second)).toBeNull();
  expect(await privateFeedKey(db, secret, subscriberId)).toBeNull();

  const third = await madeBy(subscriberId);
  await eraseSubscriber(db, secret, subscriberId, now);
  expect(await openPrivateFeed(db, third)).toBeNull();
  for (const key of ['', 'x', 'x'.repeat(43), `${third}x`]) expect(await openPrivateFeed(db, key)).toBeNull();
});

test('ending one feed leaves everybody else’s', async () => {
  const [one, other] = [await aReader(), await aReader()];
  const key = await madeBy(other);
  await madeBy(one);
  await endPrivateFeed(db, one);
  expect(await openPrivateFeed(db, key)).toMatchObject({ subscriberId: other });
});

test('twenty presses at once leave one key', async () => {
  const subscriberId = await aReader();
  await Promise.all(Array.from({ length: 20 }, () => makePrivateFeed(db, secret, subscriberId, now)));
  const key = await privateFeedKey(db, secret, subscriberId);
  expect(await openPrivateFeed(db, key ?? '')).toMatchObject({ subscriberId });
});

test('after the secret was lost no address is shown that opens nothing, and the old one works until it is replaced', async () => {
  const subscriberId = await aReader();
  const key = await madeBy(subscriberId);
  expect(await privateFeedKey(db, 'another secret of 24 characters', subscriberId)).toBeNull();
  expect(await openPrivateFeed(db, key)).toMatchObject({ subscriberId });
});
