import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { keep } from './content-cache.ts';
import { isEmbargoed, isVisible } from './is-visible.ts';
import { getLatest } from './lists-query.ts';
import type { Subject } from './subject.ts';
import { getSubjectArticles } from './subject-query.ts';

/** More than a feed holds, so that what is under embargo or has no place in feeds leaves no hole. */
const asked = 45;

/** Null stands for the whole site. `nextAt`: when the first of what is still under embargo belongs to it. */
export async function cachedFeedArticles(
  language: Language,
  subject: Subject | null,
  now: Date,
): Promise<{ articles: Summary[]; nextAt: Date | null }> {
  const tags = [`articles:${language}`, 'taxonomy', ...(subject ? [`section:${subject.id}`] : [])];
  const found = await keep(['feed', language, subject?.id ?? ''], tags, () =>
    subject ? getSubjectArticles(language, subject, 0, asked) : getLatest(language, asked),
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
