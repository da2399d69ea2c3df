import { cache } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import { type ArchiveMonth, yearOf } from './archive-month.ts';
import { getArchiveMonths, getArchiveSpan, getMonthArticles, getMonthCount } from './archive-query.ts';
import type { Summary } from './article.ts';
import { keep, listTags, visible } from './content-cache.ts';
import { pageSize } from './lists-query.ts';

/** The years from the newest back to the oldest with something in them or between; empty where there is nothing. */
export const cachedArchiveYears = cache(async (language: Language, timeZone: string): Promise<number[]> => {
  const span = await keep(['archive-span', language], listTags(language), () =>
    getArchiveSpan(language, new Date()),
  );
  if (!span) return [];
  const [first, last] = [yearOf(span.first, timeZone), yearOf(span.last, timeZone)];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
});

/** The months of a year that hold something, January first. */
export const cachedArchiveMonths = cache(
  async (language: Language, year: number, timeZone: string): Promise<ArchiveMonth[]> => {
    const years = await cachedArchiveYears(language, timeZone);
    if (!years.includes(year)) return [];
    return keep(['archive-months', language, String(year), timeZone], listTags(language), () =>
      getArchiveMonths(language, year, timeZone, new Date()),
    );
  },
);

/** `pages` is 0 for a month in which nothing came out: it has no page. */
export const cachedMonth = cache(
  async (
    language: Language,
    { year, month }: ArchiveMonth,
    timeZone: string,
    page: number,
  ): Promise<{ articles: Summary[]; pages: number }> => {
    const months = await cachedArchiveMonths(language, year, timeZone);
    if (!months.some((one) => one.month === month)) return { articles: [], pages: 0 };
    const tags = listTags(language);
    const key = [language, `${year}-${month}`, timeZone];
    const asked = () => ({ year, month, timeZone, now: new Date() });
    const count = await keep(['month-count', ...key], tags, () => getMonthCount(language, asked()));
    const pages = Math.ceil(count / pageSize);
    if (page < 1 || page > pages) return { articles: [], pages };
    const from = (page - 1) * pageSize;
    const articles = await keep(['month-articles', ...key, String(page)], tags, () =>
      getMonthArticles(language, asked(), from, from + pageSize),
    );
    return { articles: visible(articles), pages };
  },
);
