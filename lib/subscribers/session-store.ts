import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { sessions } from '#lib/db/schema.ts';
import { hashToken, isToken } from './secret-token.ts';

const dayMs = 86_400_000;
const idleDays = 90;

export type Session = { id: string; subscriberId: string };

const idleSince = (now: Date) => new Date(now.getTime() - idleDays * dayMs);

export async function addSession(
  db: Queryable,
  session: { token: string; subscriberId: string; device: string | null },
  now: Date,
): Promise<void> {
  await db.insert(sessions).values({
    id: randomUUID(),
    tokenHash: hashToken(session.token),
    subscriberId: session.subscriberId,
    device: session.device,
    createdAt: now,
    lastUsedAt: now,
  });
}

/** By the unique hash. A session ends 90 days after its last use; the use is written at most once a day. */
export async function findSession(db: Queryable, token: string, now: Date): Promise<Session | null> {
  if (!isToken(token)) return null;
  const rows = await db
    .select({ id: sessions.id, subscriberId: sessions.subscriberId, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.lastUsedAt, idleSince(now))));
  const found = rows[0];
  if (!found) return null;
  const yesterday = new Date(now.getTime() - dayMs);
  if (found.lastUsedAt <= yesterday) {
    await db
      .update(sessions)
      .set({ lastUsedAt: now })
      .where(and(eq(sessions.id, found.id), lt(sessions.lastUsedAt, now)));
  }
  return { id: found.id, subscriberId: found.subscriberId };
}

/** The browser that held this token has signed out, or signs in anew. By the unique hash. */
export async function endSession(db: Queryable, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)));
}

export type OpenSession = { id: string; device: string | null; createdAt: Date; lastUsedAt: Date };

/** The last used first. By the index of the subscriber. */
export async function findSessions(db: Queryable, subscriberId: string, now: Date): Promise<OpenSession[]> {
  const { id, device, createdAt, lastUsedAt } = sessions;
  return db
    .select({ id, device, createdAt, lastUsedAt })
    .from(sessions)
    .where(and(eq(sessions.subscriberId, subscriberId), gt(sessions.lastUsedAt, idleSince(now))))
    .orderBy(desc(lastUsedAt), desc(createdAt));
}

/** Which of somebody's sessions end: one by its id, all but the one at hand, or all. */
export type SessionsToEnd = { one: string } | { allBut: string } | 'all';

/** Never another subscriber's, whatever id is given. How many have ended. */
export async function endSessions(
  db: Queryable,
  subscriberId: string,
  which: SessionsToEnd,
): Promise<number> {
  const own = eq(sessions.subscriberId, subscriberId);
  const chosen =
    which === 'all'
      ? own
      : and(own, 'one' in which ? eq(sessions.id, which.one) : ne(sessions.id, which.allBut));
  const ended = await db.delete(sessions).where(chosen).returning({ id: sessions.id });
  return ended.length;
}

export async function forgetIdleSessions(db: Queryable, now: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.lastUsedAt, idleSince(now)));
}
