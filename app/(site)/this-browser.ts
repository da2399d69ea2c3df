import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Reading } from '#lib/subscribers/current-reader.ts';
import { type Visit, visitOf } from '#lib/subscribers/visit.ts';

/** Who reads, by the request's cookies. Metadata and page ask; the database is asked once. */
export function thisBrowser({ articleId, meter }: Reading): Promise<Visit> {
  return once(articleId, meter.freeArticles, meter.timeZone);
}

const once = cache(async (articleId: string, freeArticles: number, timeZone: string) =>
  visitOf(await cookies(), { articleId, meter: { freeArticles, timeZone } }, new Date()),
);
