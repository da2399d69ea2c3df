import { expect, test } from 'vitest';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import { isTicked, listsToOffer, listsToSet, readChosenLists, readListChoice } from './list-choice.ts';

const list = (id: string, language: 'en' | 'es', isDefault: boolean): NewsletterList => ({
  id,
  language,
  isDefault,
  cadence: 'daily',
  titles: { en: id, es: id },
});
const lists = [list('daily-en', 'en', true), list('weekly-en', 'en', false), list('daily-es', 'es', true)];
const chosen = (listIds: string[] | null) => ({ kind: 'choice', listIds });
const unknown = { kind: 'unknown list' };

test.each([
  [{}, chosen(null)],
  [{ lists: [] }, chosen(null)],
  [{ choose: '1' }, chosen([])],
  [{ choose: '1', lists: 'weekly-en' }, chosen(['weekly-en'])],
  [{ lists: ['daily-en', 'weekly-en', 'daily-en'] }, chosen(['daily-en', 'weekly-en'])],
  [{ 'lists[]': ['daily-en', 'daily-es'] }, chosen(['daily-en', 'daily-es'])],
  [{ lists: 'monthly-en' }, unknown],
  [{ lists: ['daily-en', 'monthly-en'] }, unknown],
  [{ lists: ["daily-en' or 1=1"] }, unknown],
  [{ lists: { id: 'daily-en' } }, unknown],
  [{ lists: [1] }, unknown],
  [{ lists: Array.from({ length: 51 }, (_, index) => `list-${index}`) }, unknown],
])('%j', (fields, expected) => {
  expect(readListChoice(fields, lists)).toEqual(expected);
});

test('while the dataset cannot be read, a well-formed choice is believed', () => {
  expect(readListChoice({ lists: 'monthly-en' }, null)).toEqual(chosen(['monthly-en']));
  expect(readListChoice({ lists: '<b>' }, null)).toEqual(unknown);
});

test.each([
  [{ lists: [] }, []],
  [{ choose: '1' }, []],
  [{ lists: 'weekly-en' }, ['weekly-en']],
  [{ 'lists[]': ['daily-en', 'daily-es'] }, ['daily-en', 'daily-es']],
  [{}, null],
  [{ lists: null }, null],
  [{ lists: [1] }, null],
  [{ lists: 'monthly-en' }, null],
  [{ choose: '1', lists: ['daily-en', 'monthly-en'] }, null],
])('an account that says %j is set to exactly that, or left as it is', (fields, expected) => {
  expect(readChosenLists(fields, lists)).toEqual(expected);
});

test('a page offers the lists of its language, and what was chosen elsewhere stays in sight', () => {
  expect(listsToOffer(lists, 'en', null).map(({ id }) => id)).toEqual(['daily-en', 'weekly-en']);
  expect(listsToOffer(lists, 'en', ['daily-es']).map(({ id }) => id)).toEqual([
    'daily-en',
    'daily-es',
    'weekly-en',
  ]);
});

test('ticked beforehand are the defaults, or exactly what was chosen', () => {
  expect(lists.filter((one) => isTicked(one, null)).map(({ id }) => id)).toEqual(['daily-en', 'daily-es']);
  expect(lists.filter((one) => isTicked(one, [])).length).toBe(0);
});

test('a confirmation takes the choice, else the defaults of its language', () => {
  expect(listsToSet(['weekly-en', 'gone'], 'en', lists)).toEqual(['weekly-en']);
  expect(listsToSet([], 'en', lists)).toEqual([]);
  expect(listsToSet(null, 'es', lists)).toEqual(['daily-es']);
  expect(listsToSet(['weekly-en'], 'en', null)).toEqual(['weekly-en']);
  expect(() => listsToSet(null, 'en', null)).toThrow();
});
