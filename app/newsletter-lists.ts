import 'server-only';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import { log } from '#lib/log.ts';

/** The lists there are; null when they cannot be read, which is no reason to turn a reader away. */
export async function findNewsletterLists(): Promise<NewsletterList[] | null> {
  try {
    return await cachedNewsletterLists();
  } catch (error) {
    log.warn({ event: 'lists.unreadable', err: error });
    return null;
  }
}
