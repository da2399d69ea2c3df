import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { sessionCookieName } from './reader-cookies.ts';
import { findSession, type Session } from './session-store.ts';

type Cookies = { get: (name: string) => { value: string } | undefined };

/**
 * Whose account it is, by the session cookie; null when nobody is signed in. A database that does not answer throws:
 * "I do not know" must not look like "you are signed out".
 */
export async function currentSession(cookies: Cookies, now: Date): Promise<Session | null> {
  const token = cookies.get(sessionCookieName(config().SITE_URL))?.value;
  return token ? findSession(database().db, token, now) : null;
}
