import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { subscriberLists, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { listsOf, setLists } from './list-store.ts';

const { db } = await testDatabase();
const now = new Date('2026-01-15T17:00:00Z');
const later = new Date('2026-01-16T17:00:00Z');

async function someone(): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  await db
    .insert(subscribers)
    .values({ id, email, emailKey: email, state: 'confirmed', language: 'en', createdAt: now });
  return id;
}

test('a choice replaces the one before, and what stays keeps its day', async () => {
  const id = await someone();
  await setLists(db, id, ['daily', 'weekly', 'daily'], now);
  await setLists(db, id, ['weekly', 'instant'], later);
  expect(await listsOf(db, id)).toEqual(['instant', 'weekly']);
  const rows = await db.select().from(subscriberLists).orderBy(subscriberLists.listId);
  expect(rows.map((row) => row.chosenAt)).toEqual([later, now]);
});

test('none is a choice, too, and nobody else loses anything', async () => {
  const [one, other] = [await someone(), await someone()];
  await setLists(db, one, ['daily'], now);
  await setLists(db, other, ['daily'], now);
  await setLists(db, one, [], later);
  expect([await listsOf(db, one), await listsOf(db, other)]).toEqual([[], ['daily']]);
});

test('of two choices at once one holds whole', async () => {
  const id = await someone();
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([setLists(db, id, ['a', 'b'], now), setLists(db, id, ['c', 'd'], now)]);
    expect([
      ['a', 'b'],
      ['c', 'd'],
    ]).toContainEqual(await listsOf(db, id));
  }
});
