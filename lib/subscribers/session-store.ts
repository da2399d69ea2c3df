import { randomUUID } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
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

export async function forgetIdleSessions(db: Queryable, now: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.lastUsedAt, idleSince(now)));
}
