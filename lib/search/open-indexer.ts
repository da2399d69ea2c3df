import type { Queryable } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { Bell } from '#lib/newsletter/bell.ts';
import { compareIndex } from './index-articles.ts';

/** As long as a lost webhook may leave a page old (content-cache.ts): the same holds for search. */
export const compareEveryMs = 300_000;

export type Indexer = {
  look: () => Promise<void>;
  ring: () => void;
  rest: (mostMs: number) => Promise<void>;
};

/** The part of a worker that keeps search right, whatever webhooks were lost. Two at once harm nobody. */
export function openIndexer(db: Queryable, clock: () => Date, stop: AbortSignal): Indexer {
  const bell = new Bell(stop);
  return {
    ring: () => bell.ring(),
    rest: (mostMs) => bell.rest(mostMs),
    look: async () => {
      bell.answer();
      const compared = await compareIndex(db, clock());
      if (compared.indexed + compared.removed > 0) log.info({ event: 'search.compared', ...compared });
    },
  };
}
