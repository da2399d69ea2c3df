import { cache } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { keep } from './content-cache.ts';
import { type FeedKind, type FeedSubject, getFeedArticles, getFeedSubject } from './feed-query.ts';
import { isEmbargoed, isVisible } from './is-visible.ts';
import { getLatest } from './lists-query.ts';
import { isSlug } from './slug.ts';

/** More than a feed holds, so that what is under embargo or has no place in feeds leaves no hole. */
const asked = 45;

export const cachedFeedSubject = cache(
  async (language: Language, kind: FeedKind, slug: string): Promise<FeedSubject | null> => {
    if (!isSlug(slug)) return null;
    return keep(['feed-subject', language, kind, slug], [`section-slug:${slug}`, 'taxonomy'], () =>
      getFeedSubject(language, kind, slug),
    );
  },
);

/** Null stands for the whole site. `nextAt`: when the first of what is still under embargo belongs to it. */
export async function cachedFeedArticles(
  language: Language,
  subject: FeedSubject | null,
  now: Date,
): Promise<{ articles: Summary[]; nextAt: Date | null }> {
  const tags = [`articles:${language}`, 'taxonomy', ...(subject ? [`section:${subject.id}`] : [])];
  const found = await keep(['feed', language, subject?.id ?? ''], tags, () =>
    subject ? getFeedArticles(language, subject, asked) : getLatest(language, asked),
  );
  const waiting = found
    .filter(({ embargoUntil }) => isEmbargoed(embargoUntil, now))
    .map(({ embargoUntil }) => Date.parse(embargoUntil ?? ''))
    .filter((instant) => !Number.isNaN(instant));
  return {
    articles: found.filter((article) => isVisible(article, now)),
    nextAt: waiting.length > 0 ? new Date(Math.min(...waiting)) : null,
  };
}
