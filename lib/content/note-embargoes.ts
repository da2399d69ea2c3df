import { markEnd } from '#lib/page-cache/response-status.ts';
import type { Summary } from './article.ts';
import { isEmbargoed } from './is-visible.ts';

type Standing = Pick<Summary, 'embargoUntil'> & Partial<Pick<Summary, 'withdrawn' | 'legalHold'>>;

/**
 * Called with all that a page was chosen from: where something waits for the clock, no copy of the page is served from
 * that instant on. So the clock publishes without anybody who has to be awake to clear, on every instance.
 */
export function noteEmbargoes(articles: readonly Standing[], now: Date): void {
  for (const { embargoUntil, withdrawn, legalHold } of articles) {
    if (withdrawn || legalHold || embargoUntil === null || !isEmbargoed(embargoUntil, now)) continue;
    const ends = Date.parse(embargoUntil);
    if (!Number.isNaN(ends)) markEnd(new Date(ends));
  }
}
