import { expect, test } from 'vitest';
import { documentChangeSchema, tagsOf } from './content-tags.ts';

const tagsFor = (change: unknown) => tagsOf(documentChangeSchema.parse(change));

test('an article clears itself, both its addresses, its translations, lists, front and related', () => {
  const change = {
    _id: 'article-es-nuevo',
    _type: 'article',
    language: 'es',
    slugs: ['viejo', 'nuevo'],
    originals: [null, 'article-new'],
  };
  expect(tagsFor(change)).toEqual([
    'article:article-es-nuevo',
    'slug:es:viejo',
    'slug:es:nuevo',
    'translations:article-es-nuevo',
    'translations:article-new',
    'articles:es',
    'front:es',
    'related',
  ]);
});

test('a new document has no value before, a deleted one none after', () => {
  const tags = tagsFor({
    _id: 'article-a',
    _type: 'article',
    language: 'en',
    slugs: [null, 'a'],
    originals: [],
  });
  expect(tags).toContain('slug:en:a');
  expect(tags.filter((tag) => tag.startsWith('slug:'))).toHaveLength(1);
});

test('a change that does not say its language clears every language', () => {
  const tags = tagsFor({ _id: 'article-a', _type: 'article', slugs: ['a'] });
  expect(tags).toEqual(
    expect.arrayContaining(['slug:en:a', 'slug:es:a', 'articles:en', 'articles:es', 'front:en', 'front:es']),
  );
});

test.each([
  ['section', ['section:x-1', 'section-slug:s', 'taxonomy']],
  ['topic', ['taxonomy']],
  ['place', ['taxonomy']],
  ['person', ['taxonomy']],
  ['siteSettings', ['settings']],
  ['frontPage', ['front:en']],
  ['page', ['page:x-1', 'pages', 'page-slug:en:s']],
  ['redirect', ['redirects']],
  ['liveCoverage', ['live:x-1', 'live-slug:en:s', 'live-running:en']],
  ['liveUpdate', ['live-updates']],
  ['sanity.imageAsset', []],
])('a change of %s clears what shows it and no more', (_type, expected) => {
  expect(tagsFor({ _id: 'x-1', _type, language: 'en', slugs: ['s', 's'] })).toEqual(expected);
});

test('an update clears its coverage, and the one that it was moved from', () => {
  const change = { _id: 'liveUpdate-a', _type: 'liveUpdate', coverages: ['coverage-a', null, 'coverage-b'] };
  expect(tagsFor(change)).toEqual(['live:coverage-a', 'live:coverage-b']);
});
