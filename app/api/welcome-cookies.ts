import 'server-only';
import { config } from '#lib/config.ts';
import { endCookie, endPendingCookie, hintCookie, sessionCookie } from '#lib/subscribers/reader-cookies.ts';

/** For a browser whose reader is known from now on. Null: the session that it holds stays. */
export function welcomeCookies(sessionToken: string | null): string[] {
  const { SITE_URL } = config();
  return [
    hintCookie(SITE_URL),
    endPendingCookie(SITE_URL),
    endCookie(SITE_URL, 'sign-in'),
    ...(sessionToken === null ? [] : [sessionCookie(SITE_URL, sessionToken)]),
  ];
}
