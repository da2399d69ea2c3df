import { afterAll, beforeAll, expect, test } from 'vitest';
import { View } from '../dataset/view.ts';
import { Random } from '../testing/random.ts';
import { randomDocument } from '../testing/random-documents.ts';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';
import { runQuery } from './run-query.ts';
import { hasWords, wordsOf } from './text-query.ts';

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

test('whatever is searched, the index finds what a look at every document finds, with writes in between', async () => {
  const random = new Random(11);
  // The index is asked however few documents there are.
  const view = new View(0);
  const context = { identity: 'someone', projectId: 'p', dataset: 'd', now: new Date(), params: {}, view };
  for (let count = 0; count < 300; count++) {
    const document = randomDocument(random);
    if (random.chance(5)) view.remove(document._id);
    else view.put(document);
    const text = random.of([
      'ree',
      'Méx*',
      'mexico w',
      'bour',
      'wall',
      '4',
      'οδος',
      'b storm',
      '',
      'drafts id',
      'soon',
    ]);
    const query = `*[_type == "article" && @ match text::query("${text}")]._id`;
    const { result } = await runQuery({ query, ...context });
    const found = view
      .withType('article')
      .all()
      .filter((one) => hasWords(one, wordsOf(text)));
    expect({ text, result }).toEqual({ text, result: found.map(({ _id }) => _id) });
  }
});
