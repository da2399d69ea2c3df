import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
  await lake.client().create({ _id: 'a', _type: 'article', headline: 'The harbour opens' });
  await lake.client().create({ _id: 'b', _type: 'article', headline: 'Sargassum on the beach' });
});
afterAll(() => lake.end());

/** As Studio's lists and its search send it. */
const search = (text: string) =>
  lake
    .client()
    .fetch(
      '*[_type in $types && ([@, _id] match text::query($text) || references($raw))]._id | order(@)',
      { types: ['article'], text, raw: '' },
      { perspective: 'drafts' },
    );

test('a list in Studio, which searches for nothing, shows everything', async () => {
  expect(await search('*')).toEqual(['a', 'b']);
  expect(await search('')).toEqual(['a', 'b']);
});

test('Studio’s search finds a document by the beginnings of its words', async () => {
  expect(await search('harb*')).toEqual(['a']);
  expect(await search('opens harbour*')).toEqual(['a']);
  expect(await search('beach harbour*')).toEqual([]);
});
