import { log } from '#lib/log.ts';
import type { ArticleView } from './article-view.ts';

/** How often an article was opened in the hour that begins then. */
export type ViewCount = ArticleView & { hour: Date; count: number };

export type ViewCounter = {
  count: (view: ArticleView) => void;
  /** Writes down what has been counted. What cannot be written waits for the next time. */
  flush: () => Promise<void>;
};

const hourMs = 3_600_000;
/** A database that stays away must not fill the memory: what is beyond is not counted. */
const mostWaiting = 20_000;

/** Adds up in memory, so that a page that is read a thousand times a second costs the database one row now and then. */
export function viewCounter(write: (counts: ViewCount[]) => Promise<void>, clock: () => Date): ViewCounter {
  const waiting = new Map<string, ViewCount>();

  function add({ language, slug }: ArticleView, hour: Date, count: number): void {
    const key = `${hour.getTime()} ${language} ${slug}`;
    const known = waiting.get(key);
    if (known) known.count += count;
    else if (waiting.size < mostWaiting) waiting.set(key, { language, slug, hour, count });
  }

  return {
    count: (view) => add(view, new Date(Math.floor(clock().getTime() / hourMs) * hourMs), 1),
    flush: async () => {
      const counted = [...waiting.values()];
      waiting.clear();
      if (counted.length === 0) return;
      try {
        await write(counted);
      } catch (error) {
        // A number that was written after all counts twice then; nobody is harmed by it.
        log.warn({ event: 'most-read.not-written', articles: counted.length, err: error });
        for (const one of counted) add(one, one.hour, one.count);
      }
    },
  };
}
