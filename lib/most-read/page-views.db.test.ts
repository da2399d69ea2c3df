import { expect, test } from 'vitest';
import { pageViews } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { addViews, findMostRead, forgetViewsBefore } from './page-views-store.ts';

const { db } = await testDatabase();
const hour = (text: string) => new Date(`2026-01-${text}:00:00Z`);
const views = (slug: string, at: string, count: number, language: 'en' | 'es' = 'en') => ({
  ...{ slug, language, count },
  hour: hour(at),
});

test('the numbers of all instances add up; the most read of a time come first, each language for itself', async () => {
  await Promise.all([
    addViews(db, [views('reef', '15T10', 2), views('train', '15T10', 3), views('tren', '15T10', 9, 'es')]),
    addViews(db, [views('train', '15T10', 1), views('reef', '15T10', 1)]),
    addViews(db, [views('reef', '15T11', 2), views('old', '01T00', 50)]),
  ]);
  expect(await findMostRead(db, 'en', hour('08T00'), 10)).toEqual(['reef', 'train']);
  expect(await findMostRead(db, 'en', hour('08T00'), 1)).toEqual(['reef']);
  expect(await findMostRead(db, 'es', hour('08T00'), 10)).toEqual(['tren']);
  expect(await findMostRead(db, 'en', hour('01T00'), 1)).toEqual(['old']);
});

test('a great many at once are taken in one go', async () => {
  await addViews(
    db,
    Array.from({ length: 2500 }, (_, index) => views(`many-${index}`, '20T00', 1)),
  );
  expect(await findMostRead(db, 'en', hour('20T00'), 5000)).toHaveLength(2500);
});

test('what nobody asks for any more is forgotten, and nothing in the table tells of a person', async () => {
  await forgetViewsBefore(db, hour('15T11'));
  expect(await findMostRead(db, 'en', hour('01T00'), 10_000)).not.toContain('old');
  const [row] = await db.select().from(pageViews).limit(1);
  expect(Object.keys(row ?? {})).toEqual(['language', 'slug', 'hour', 'count']);
});
