import { type Language, languages } from '#lib/i18n/language.ts';
import { keep } from './content-cache.ts';
import { isEmbargoed } from './is-visible.ts';
import {
  type FullyMappedArticle,
  getArticleCount,
  getMappedArticles,
  getMappedPages,
  getNewsSince,
  type MappedArticle,
  type MappedPage,
} from './sitemap-query.ts';

/** Addresses in one file: a fifth of what the protocol allows, so that a file with pictures stays a few megabytes. */
const fileSize = 10_000;
/** Asked of the lake at once: it answers others in between, within the time that the site gives it. */
const pieceSize = 1_000;

const tagsFor = (language: Language) => [`articles:${language}`];

export async function cachedFileCounts(): Promise<{ language: Language; files: number }[]> {
  return Promise.all(
    languages.map(async (language) => {
      const count = await keep(['sitemap-count', language], tagsFor(language), () =>
        getArticleCount(language),
      );
      return { language, files: Math.ceil(count / fileSize) };
    }),
  );
}

/** `file` counts from 1. `nextAt`: when the next embargo ends that keeps an article out of it. */
export async function cachedMappedArticles(
  language: Language,
  file: number,
  now: Date,
): Promise<{ articles: FullyMappedArticle[]; nextAt: Date | null }> {
  const articles: FullyMappedArticle[] = [];
  for (let from = (file - 1) * fileSize; from < file * fileSize; from += pieceSize) {
    const key = ['sitemap', language, String(from)];
    // Its pictures and its translations are other documents' business, too.
    const piece = await keep(key, languages.flatMap(tagsFor), () =>
      getMappedArticles(language, from, from + pieceSize),
    );
    articles.push(...piece);
    if (piece.length === 0) break;
  }
  return judged(articles, now);
}

const hourMs = 3_600_000;
const newsHours = 48;
/** The most that a news sitemap may hold. */
const mostNews = 1_000;

/** What was first published in the last 48 hours, in every language. `nextAt`: when that list changes by the clock. */
export async function cachedNews(now: Date): Promise<{ articles: MappedArticle[]; nextAt: Date | null }> {
  const oldest = now.getTime() - newsHours * hourMs;
  const since = new Date(Math.floor(oldest / hourMs) * hourMs).toISOString();
  const found = await Promise.all(
    languages.map((language) =>
      keep(['news', language, since], tagsFor(language), () => getNewsSince(language, since, mostNews + 100)),
    ),
  );
  const recent = found.flat().filter(({ firstPublishedAt }) => Date.parse(firstPublishedAt) > oldest);
  const { articles, nextAt } = judged(recent, now);
  const leaving = articles.map(({ firstPublishedAt }) => Date.parse(firstPublishedAt) + newsHours * hourMs);
  const instants = [...leaving, ...(nextAt ? [nextAt.getTime()] : [])];
  return {
    articles: articles
      .filter((article) => !article.hideFromNews)
      .toSorted((a, b) => Date.parse(b.firstPublishedAt) - Date.parse(a.firstPublishedAt))
      .slice(0, mostNews),
    nextAt: instants.length > 0 ? new Date(Math.min(...instants)) : null,
  };
}

const mappedPagesTags = [
  ...['taxonomy', 'pages', 'events'],
  ...languages.map((language) => `live-running:${language}`),
];

export function cachedMappedPages(): Promise<MappedPage[]> {
  return keep(['sitemap-pages'], [...mappedPagesTags, ...languages.flatMap(tagsFor)], getMappedPages);
}

/** Without what nobody may know of yet, and what search engines are asked to leave out. */
function judged<Article extends MappedArticle>(
  all: Article[],
  now: Date,
): { articles: Article[]; nextAt: Date | null } {
  const ends = all
    .filter(({ embargoUntil }) => isEmbargoed(embargoUntil, now))
    .map(({ embargoUntil }) => Date.parse(embargoUntil ?? ''))
    .filter((instant) => !Number.isNaN(instant));
  return {
    articles: all.filter(({ embargoUntil, noindex }) => !noindex && !isEmbargoed(embargoUntil, now)),
    nextAt: ends.length > 0 ? new Date(Math.min(...ends)) : null,
  };
}
