import { log } from '#lib/log.ts';
import { currentSession } from '#lib/subscribers/current-session.ts';
import type { Session } from '#lib/subscribers/session-store.ts';

/** `unknown`: the database does not answer, which must not look like being signed out. */
export async function readSession(
  cookies: Parameters<typeof currentSession>[0],
): Promise<Session | null | 'unknown'> {
  try {
    return await currentSession(cookies, new Date());
  } catch (error) {
    log.error({ event: 'account.session_unknown', err: error });
    return 'unknown';
  }
}
