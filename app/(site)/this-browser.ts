import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Reading } from '#lib/subscribers/current-reader.ts';
import { type Visit, visitOf } from '#lib/subscribers/visit.ts';

/** Who reads, by the request's cookies. Metadata and page ask; the database is asked once. */
export function thisBrowser({ articleId, originalId, meter }: Reading): Promise<Visit> {
  return once(articleId, originalId, meter.freeArticles, meter.timeZone);
}

const once = cache(async (articleId: string, originalId: string, freeArticles: number, timeZone: string) =>
  visitOf(await cookies(), { articleId, originalId, meter: { freeArticles, timeZone } }, new Date()),
);
