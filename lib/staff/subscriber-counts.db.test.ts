import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { subscriberLists, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { countSubscribers, minutelyCounts } from './subscriber-counts.ts';

const { db, pool } = await testDatabase();
const timeZone = 'America/Cancun';
/** Half past midnight of the 15th in UTC, still the evening of the 14th at the paper. */
const now = new Date('2026-01-15T00:30:00Z');

type Row = Partial<typeof subscribers.$inferInsert>;

async function add(row: Row, listIds: string[] = []) {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const own = { id, email, emailKey: email, state: 'confirmed', language: 'en', createdAt: now } as const;
  await db.insert(subscribers).values({ ...own, ...row });
  for (const listId of listIds)
    await db.insert(subscriberLists).values({ subscriberId: id, listId, chosenAt: now });
}

await add({ sourcePath: '/articles/reef', confirmedAt: now }, ['daily', 'weekly']);
await add({ sourcePath: '/articles/reef', state: 'pending' });
await add({ sourcePath: '/es/articles/arrecife', language: 'es', confirmedAt: now }, ['daily']);
await add({ sourcePath: '/subscribe', state: 'unsubscribed' }, ['weekly']);
await add({ sourcePath: '/articles/ana@example.com', state: 'suppressed' });
// The paper's 16 December begins at five in the morning of UTC.
await add({ createdAt: new Date('2025-12-16T05:00:00Z'), confirmedAt: new Date('2026-01-14T04:59:59Z') });
await add({ createdAt: new Date('2025-12-16T04:59:59Z'), confirmedAt: null, state: 'pending' });

const counts = await countSubscribers(db, timeZone, now);

test('everybody is counted once, by state; readers by language', () => {
  expect(counts.states).toEqual([
    { state: 'pending', count: 2 },
    { state: 'confirmed', count: 3 },
    { state: 'unsubscribed', count: 1 },
    { state: 'suppressed', count: 1 },
  ]);
  expect(counts.languages).toEqual([
    { language: 'en', count: 2 },
    { language: 'es', count: 1 },
  ]);
});

test('a list counts those who get it: confirmed, and not those who left', () => {
  expect(counts.lists).toEqual([
    { id: 'daily', count: 2 },
    { id: 'weekly', count: 1 },
  ]);
});

test('thirty days as the paper’s town counts them, empty ones included, to the second', () => {
  expect(counts.days).toHaveLength(30);
  expect(counts.days[0]).toEqual({ day: '2025-12-16', signUps: 1, confirmations: 0 });
  expect(counts.days[28]).toEqual({ day: '2026-01-13', signUps: 0, confirmations: 1 });
  expect(counts.days[29]).toEqual({ day: '2026-01-14', signUps: 5, confirmations: 2 });
});

test('sources are articles, the most first, and nothing else that somebody may have written there', () => {
  expect(counts.sources).toEqual([
    { path: '/articles/reef', signUps: 2, confirmed: 1 },
    { path: '/es/articles/arrecife', signUps: 1, confirmed: 1 },
  ]);
});

test('no address is in what editors get', () => {
  expect(JSON.stringify(counts)).not.toContain('@');
});

test('the numbers are counted once a minute, and a failure is not kept', async () => {
  let calls = 0;
  const ask = minutelyCounts((...given) => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('no database')) : countSubscribers(...given);
  });
  await expect(ask(db, timeZone, now)).rejects.toThrow('no database');
  const after = (ms: number) => ask(db, timeZone, new Date(now.getTime() + ms));
  await Promise.all([after(0), after(1), after(59_999)]);
  expect(calls).toBe(2);
  await after(60_000);
  expect(calls).toBe(3);
});

test('a time zone is a parameter, not a piece of the statement', async () => {
  await expect(countSubscribers(db, "UTC'; drop table subscribers; --", now)).rejects.toThrow();
  expect((await pool.query('select count(*)::int as count from subscribers')).rows[0].count).toBe(7);
});
