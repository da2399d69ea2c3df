import type { Summary } from './article.ts';

type Standing = Pick<Summary, 'withdrawn' | 'legalHold' | 'embargoUntil'>;

/** Held back by a lawyer or the clock: nobody may learn that it exists. */
export function isHeldBack({ legalHold, embargoUntil }: Standing, now: Date): boolean {
  return legalHold || isEmbargoed(embargoUntil, now);
}

/** An instant that cannot be read counts as not yet come. */
export function isEmbargoed(embargoUntil: string | null, now: Date): boolean {
  return embargoUntil !== null && !(Date.parse(embargoUntil) <= now.getTime());
}

/** Whether lists, links and translations may name the article. */
export function isVisible(article: Standing, now: Date): boolean {
  return !article.withdrawn && !isHeldBack(article, now);
}
