import type { SearchRow } from './search-index-store.ts';

/** An open article as the index holds it, with what the test is about written over it. */
export function aSearchRow(given: Partial<SearchRow> = {}): SearchRow {
  const id = given.id ?? 'article-a';
  return {
    ...{ id, language: 'en', slug: id.replace('article-', ''), kind: 'news' },
    ...{ headline: `Headline of ${id}`, standfirst: '', sectionId: 'section-politics', topicIds: [] },
    ...{ access: 'default', embargoUntil: null, listed: true },
    firstPublishedAt: '2026-01-10T12:00:00Z',
    publishedAt: '2026-01-10T12:00:00Z',
    changedAt: '2026-01-10T12:00:00Z',
    ...{ openText: '', gatedText: '', previewParagraphs: 3 },
    ...given,
  };
}
