import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { isGifted } from '#lib/paywall/gifts.ts';
import { hasSpentOn, type MeterRules, openMeter } from '#lib/paywall/meter.ts';
import { cookieName, sessionCookieName } from './reader-cookies.ts';
import { findSession } from './session-store.ts';

export type Cookies = { get: (name: string) => { value: string } | undefined };

/** The article that is being read, and the rules of its meter. */
export type Reading = { articleId: string; meter: MeterRules };

/**
 * Who is reading, by the cookies: the session first, then what this browser may read of one article. A database that
 * does not answer makes nobody more than they are: they get less, but a page.
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
  const gift = read('gift');
  const isGift = await ifDatabaseAnswers(
    false,
    async () => gift !== null && (await isGifted(database().db, gift, reading.articleId, now)),
  );
  if (isGift) return { kind: 'gifted' };
  const meter = openMeter(SESSION_SECRET, read('meter'), reading.meter, now);
  return hasSpentOn(meter, reading.meter, reading.articleId) ? { kind: 'metered' } : { kind: 'anonymous' };
}

async function ifDatabaseAnswers<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    log.error({ event: 'reader.unknown', err: error });
    return otherwise;
  }
}
