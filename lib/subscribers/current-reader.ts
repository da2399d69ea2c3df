import { config } from '#lib/config.ts';
import { originalId, type Summary } from '#lib/content/article.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { isGifted } from '#lib/paywall/gifts.ts';
import { hasSpentOn, type MeterRules, openMeter } from '#lib/paywall/meter.ts';
import { cookieName, sessionCookieName } from './reader-cookies.ts';
import { findSession } from './session-store.ts';

export type Cookies = { get: (name: string) => { value: string } | undefined };

/** The article that is being read, by its own id and that of its original, and the rules of its meter. */
export type Reading = { articleId: string; originalId: string; meter: MeterRules };

export function readingOf(article: Summary, { freeArticles, timeZone }: SiteSettings): Reading {
  return { articleId: article.id, originalId: originalId(article), meter: { freeArticles, timeZone } };
}

/**
 * Who is reading, by the cookies: the session first, then what this browser may read of one article. What it has spent
 * on an article goes before a gift of it, which an editor can end. A database that does not answer makes nobody more than
 * they are: they get less, but a page.
 */
export async function currentReader(cookies: Cookies, reading: Reading | null, now: Date): Promise<Reader> {
  const { SITE_URL, SESSION_SECRET } = config();
  const read = (name: string) => cookies.get(cookieName(SITE_URL, name))?.value ?? null;
  const subscriberId = await ifDatabaseAnswers(null, async () => {
    const token = cookies.get(sessionCookieName(SITE_URL))?.value;
    return token ? ((await findSession(database().db, token, now))?.subscriberId ?? null) : null;
  });
  if (subscriberId !== null) return { kind: 'subscriber', subscriberId };
  if (reading === null) return { kind: 'anonymous' };
  const meter = openMeter(SESSION_SECRET, read('meter'), reading.meter, now);
  if (hasSpentOn(meter, reading.meter, reading.originalId)) return { kind: 'metered' };
  const gift = read('gift');
  const isGift = await ifDatabaseAnswers(
    false,
    async () => gift !== null && (await isGifted(database().db, gift, reading.articleId, now)),
  );
  return { kind: isGift ? 'gifted' : 'anonymous' };
}

async function ifDatabaseAnswers<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    log.error({ event: 'reader.unknown', err: error });
    return otherwise;
  }
}
