import { isVisible } from '#lib/content/is-visible.ts';
import type { NewsletterArticle } from '#lib/content/newsletter-articles-query.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';

type List = Pick<ScheduledList, 'id' | 'cadence' | 'language' | 'sections'>;
/** After the first instant, the last one included. */
type Period = { from: Date; until: Date };

/** When readers could first see an article: an embargo holds it back. */
export function comesOutAt({ firstPublishedAt, embargoUntil }: NewsletterArticle): number {
  const embargo = embargoUntil === null ? Number.NEGATIVE_INFINITY : Date.parse(embargoUntil);
  return Math.max(Date.parse(firstPublishedAt), embargo);
}

/** Whether a List sends an article. What must not be seen at this moment is in none. */
export function isInList(article: NewsletterArticle, list: List, now: Date): boolean {
  if (!article.send || article.language !== list.language || !isVisible(article, now)) return false;
  if (list.sections.length > 0 && !list.sections.includes(article.section ?? '')) return false;
  return article.lists.includes(list.id) || (article.lists.length === 0 && list.cadence !== 'instant');
}

/** What a List has to send of a period, the newest first. */
export function chooseArticles(
  articles: readonly NewsletterArticle[],
  list: List,
  { from, until }: Period,
  now: Date,
): NewsletterArticle[] {
  return articles
    .filter((article) => {
      const at = comesOutAt(article);
      return at > from.getTime() && at <= until.getTime() && isInList(article, list, now);
    })
    .toSorted((a, b) => comesOutAt(b) - comesOutAt(a) || (a.id < b.id ? -1 : 1));
}
