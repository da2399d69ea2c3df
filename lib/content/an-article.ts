import type { Summary } from './article.ts';

/** A plain article for tests, with what the test is about written over it. */
export function anArticle(given: Partial<Summary> = {}): Summary {
  const id = given.id ?? 'article-a';
  return {
    id,
    language: 'en',
    slug: id.replace('article-', ''),
    kind: 'news',
    headline: `Headline of ${id}`,
    standfirst: '',
    dateline: null,
    datelinePlace: null,
    section: { id: 'section-politics', slug: 'politics', title: 'Politics' },
    topics: [],
    places: [],
    bylines: [],
    bylineText: null,
    hero: null,
    firstPublishedAt: '2026-01-15T12:00:00Z',
    publishedAt: '2026-01-15T12:00:00Z',
    updatedAt: null,
    embargoUntil: null,
    access: 'default',
    giftable: true,
    withdrawn: false,
    legalHold: false,
    noindex: false,
    sensitive: false,
    seoTitle: null,
    seoDescription: null,
    seoImage: null,
    translationOf: null,
    translations: [],
    corrections: [],
    ...given,
  };
}
