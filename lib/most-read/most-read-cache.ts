import { cache } from 'react';
import type { Summary } from '#lib/content/article.ts';
import { keep, listTags, visible } from '#lib/content/content-cache.ts';
import { getArticlesBySlug } from '#lib/content/lists-query.ts';
import { database } from '#lib/db/database.ts';
import { isDatabaseFailure } from '#lib/db/is-database-failure.ts';
import type { Language } from '#lib/i18n/language.ts';
import { noteLakeFailure } from '#lib/page-cache/response-status.ts';
import { findMostRead } from './page-views-store.ts';

const weekMs = 7 * 24 * 3_600_000;
const shown = 20;
/** More than is shown, for some may have been taken back, or have another address by now. */
const asked = 50;

/** The articles that were opened most in the last seven days, the most first; as old as any page may be. */
export const cachedMostRead = cache(async (language: Language): Promise<Summary[]> => {
  const found = await keep(['most-read', language], listTags(language), () => getMostRead(language));
  return visible(found).slice(0, shown);
});

async function getMostRead(language: Language): Promise<Summary[]> {
  const slugs = await countedMost(language, new Date(Date.now() - weekMs));
  if (slugs.length === 0) return [];
  const articles = await getArticlesBySlug(language, slugs);
  return articles.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));
}

async function countedMost(language: Language, since: Date): Promise<string[]> {
  try {
    return await findMostRead(database().db, language, since, asked);
  } catch (error) {
    // As with a lake that is away: the page is a 503 that asks to come again, and is not kept.
    if (isDatabaseFailure(error)) noteLakeFailure();
    throw error;
  }
}
