import { beforeAll, expect, test } from 'vitest';
import { pointConfigurationAt } from '#lib/content/a-lake.ts';
import { anArticle } from '#lib/content/an-article.ts';
import { articleBreadcrumbs, articleJsonLd } from './article-json-ld.ts';
import { articleMetadata } from './article-metadata.ts';
import { pageMetadata } from './page-metadata.ts';
import { scriptJson } from './script-json.ts';

const site = { url: 'https://news.example', name: 'The Paper' };
const hero = {
  file: `${'a'.repeat(40)}-2400x1600.jpg`,
  width: 2400,
  height: 1600,
  lqip: null,
  hotspot: null,
  crop: null,
  alt: 'Two flags',
  caption: 'Flags at a border',
  credit: 'The Paper',
};
const article = anArticle({
  id: 'article-talks',
  headline: 'Talks',
  standfirst: 'They met.',
  hero,
  bylines: [
    { name: 'Newsroom', slug: 'newsroom', role: null, kind: 'desk', sameAs: [] },
    {
      name: 'A. Person',
      slug: 'a-person',
      role: null,
      kind: 'person',
      sameAs: ['https://social.example/@a'],
    },
  ],
  translations: [{ language: 'es', slug: 'platicas' }],
  updatedAt: '2026-01-16T12:00:00Z',
  dateline: 'Mexico City',
  datelinePlace: { id: 'place-cdmx', slug: 'mexico-city', title: 'Mexico City' },
});

beforeAll(() => pointConfigurationAt('http://localhost'));

test('</script> in a headline stays text', () => {
  const hostile = anArticle({ headline: '</script><script>alert(1)</script><!-- \u2028' });
  const json = scriptJson(articleJsonLd(hostile, true, site));
  expect(json).not.toMatch(/[<>\u2028]/);
  expect(JSON.parse(json).headline).toBe(hostile.headline);
});

test('says truly whether the text is free', () => {
  expect(articleJsonLd(article, true, site)).toMatchObject({ isAccessibleForFree: true });
  expect(articleJsonLd(article, true, site)).not.toHaveProperty('hasPart');
  expect(articleJsonLd(article, false, site)).toMatchObject({
    isAccessibleForFree: false,
    hasPart: { isAccessibleForFree: false, cssSelector: '.gated' },
  });
});

test('an article is described with its dates, place, desks, persons and pictures in three shapes', () => {
  expect(articleJsonLd(article, true, site)).toMatchObject({
    '@type': 'NewsArticle',
    url: 'https://news.example/articles/talks',
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    dateline: 'Mexico City',
    locationCreated: { '@type': 'Place', name: 'Mexico City' },
    publisher: { '@id': 'https://news.example/#organization', logo: { width: '512' } },
    author: [
      { '@type': 'Organization', name: 'Newsroom', url: 'https://news.example/people/newsroom' },
      {
        ...{ '@type': 'Person', name: 'A. Person', url: 'https://news.example/people/a-person' },
        sameAs: ['https://social.example/@a'],
      },
    ],
    image: [{ width: '1600' }, { height: '900' }, { creditText: 'The Paper' }],
  });
});

test.each([
  ['never', null, '2026-01-16T12:00:00Z', '2026-01-16T12:00:00Z'],
  ['after it was published again', '2026-01-17T12:00:00Z', '2026-01-16T12:00:00Z', '2026-01-17T12:00:00Z'],
  ['before it was published again', '2026-01-15T13:00:00Z', '2026-01-16T12:00:00Z', '2026-01-16T12:00:00Z'],
])('search engines and previews are told one first and one last instant of a text updated %s', (...row) => {
  const [, updatedAt, publishedAt, last] = row;
  const republished = { ...article, firstPublishedAt: '2026-01-15T12:00:00Z', publishedAt, updatedAt };
  expect(articleJsonLd(republished, true, site)).toMatchObject({
    datePublished: republished.firstPublishedAt,
    dateModified: last,
  });
  expect(articleMetadata(republished, site).openGraph).toMatchObject({
    publishedTime: republished.firstPublishedAt,
    modifiedTime: last,
  });
});

test('opinion and analysis say what they are', () => {
  expect(articleJsonLd({ ...article, kind: 'opinion' }, true, site)).toMatchObject({
    '@type': 'OpinionNewsArticle',
  });
  expect(articleJsonLd({ ...article, kind: 'analysis' }, true, site)).toMatchObject({
    '@type': 'AnalysisNewsArticle',
  });
});

test('breadcrumbs lead from the front page by the section', () => {
  expect(articleBreadcrumbs({ ...article, language: 'es' }, site).itemListElement).toMatchObject([
    { position: 1, item: 'https://news.example/es' },
    { position: 2, item: 'https://news.example/es/sections/politics' },
    { position: 3, item: 'https://news.example/es/articles/talks' },
  ]);
});

test('canonical address and languages are absolute and name each other', () => {
  expect(articleMetadata(article, site).alternates).toMatchObject({
    canonical: 'https://news.example/articles/talks',
    languages: {
      en: 'https://news.example/articles/talks',
      es: 'https://news.example/es/articles/platicas',
      'x-default': 'https://news.example/articles/talks',
    },
  });
  expect(articleMetadata({ ...article, translations: [] }, site).alternates.languages).toEqual({});
});

test('previews get the card that the site sets, or the picture that an editor chose; noindex is honoured', () => {
  const metadata = articleMetadata(article, site);
  expect(metadata.openGraph.images).toEqual([
    { width: 1200, height: 630, alt: 'Talks', url: 'https://news.example/articles/talks/opengraph-image' },
  ]);
  expect(articleMetadata({ ...article, seoImage: hero }, site).openGraph.images[0]?.url).toMatch(
    /^https:\/\/news\.example\/images\/local\/production\/a{40}.*w=1200&h=630/,
  );
  expect(metadata.openGraph).toMatchObject({ type: 'article', title: 'Talks', description: 'They met.' });
  expect(articleMetadata({ ...article, noindex: true }, site).robots).toEqual({ index: false });
});

test('an editor’s words for search engines replace headline and standfirst', () => {
  const metadata = articleMetadata({ ...article, seoTitle: 'Short', seoDescription: 'Plain' }, site);
  expect(metadata).toMatchObject({ title: 'Short | The Paper', description: 'Plain' });
});

test('the front page’s title is the paper’s name alone', () => {
  const front = { title: 'The Paper', description: null, language: 'en' as const, path: '/', alternates: [] };
  expect(pageMetadata(front, site)).toMatchObject({
    title: 'The Paper',
    alternates: { canonical: 'https://news.example/' },
  });
});

test('a page offers the feed of the site, an article its twin as Markdown, a list its own in every format', () => {
  const rss = { title: 'The Paper: all articles', url: 'https://news.example/feed.xml' };
  expect(articleMetadata(article, site).alternates.types).toEqual({
    'application/rss+xml': [rss],
    'text/markdown': 'https://news.example/articles/talks.md',
  });
  const list = { title: 'Travel', description: null, language: 'es' as const, alternates: [] };
  const path = '/es/sections/travel/page/2';
  expect(pageMetadata({ ...list, path, feedOf: '/es/sections/travel' }, site).alternates.types).toMatchObject(
    {
      'application/rss+xml': [
        { url: 'https://news.example/es/feed.xml' },
        { title: 'Travel | The Paper', url: 'https://news.example/es/sections/travel/feed.xml' },
      ],
      'application/atom+xml': [{ url: 'https://news.example/es/sections/travel/atom.xml' }],
      'application/feed+json': [{ url: 'https://news.example/es/sections/travel/feed.json' }],
    },
  );
});
