import { cache } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import { type ArchiveMonth, yearOf } from './archive-month.ts';
import {
  getArchiveMonths,
  getArchiveSpan,
  getMonthArticles,
  getMonthCount,
  getWaiting,
} from './archive-query.ts';
import type { Summary } from './article.ts';
import { keep, listTags, visible } from './content-cache.ts';
import { pageSize } from './lists-query.ts';
import { noteEmbargoes } from './note-embargoes.ts';

/**
 * The last embargo that has ended since the lake was asked what waits: what is kept of the archive is kept under its
 * name, because the lake leaves embargoed articles out by the time of the question. The page ends with the next one.
 */
const lastOut = cache(async (language: Language): Promise<string> => {
  const waiting = await keep(['archive-waiting', language], listTags(language), () =>
    getWaiting(language, new Date()),
  );
  const now = new Date();
  noteEmbargoes(waiting, now);
  const out = waiting.map(({ embargoUntil }) => Date.parse(embargoUntil)).filter((at) => at <= now.getTime());
  return out.length > 0 ? String(Math.max(...out)) : 'none';
});

/** The years from the newest back to the oldest with something in them or between; empty where there is nothing. */
export const cachedArchiveYears = cache(async (language: Language, timeZone: string): Promise<number[]> => {
  const span = await keep(['archive-span', language, await lastOut(language)], listTags(language), () =>
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
    const key = ['archive-months', language, String(year), timeZone, await lastOut(language)];
    return keep(key, listTags(language), () => getArchiveMonths(language, year, timeZone, new Date()));
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
    const key = [language, `${year}-${month}`, timeZone, await lastOut(language)];
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
