import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { sessionCookieName } from './reader-cookies.ts';
import { findSession } from './session-store.ts';

type Cookies = { get: (name: string) => { value: string } | undefined };

/**
 * Who is reading, by the session cookie. A database that does not answer makes everybody anonymous: they get less, but
 * a page.
 */
export async function currentReader(cookies: Cookies, now: Date): Promise<Reader> {
  const token = cookies.get(sessionCookieName(config().SITE_URL))?.value;
  if (!token) return { kind: 'anonymous' };
  try {
    const session = await findSession(database().db, token, now);
    return session ? { kind: 'subscriber', subscriberId: session.subscriberId } : { kind: 'anonymous' };
  } catch (error) {
    log.error({ event: 'reader.session_unknown', err: error });
    return { kind: 'anonymous' };
  }
}
