import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { findDatabaseIdentity, findDesk, noteSeen } from './desk-store.ts';
import { type Alarm, judgeDesk } from './judge-desk.ts';
import { markMissed, pauseSending } from './plan-store.ts';

export type Watched = {
  alarm: Alarm | null;
  isPaused: boolean;
  /** After an alarm: everything that it concerns has been laid before a person. */
  settle: () => Promise<void>;
};

/**
 * Before anything is planned or sent: does this database know what has been sent? If not, nothing of it goes out by
 * itself. The alarm stands until it is settled, so that a lake that is away meanwhile ends no alarm too early.
 */
export async function watchDesk(db: Database, now: Date): Promise<Watched> {
  const desk = await findDesk(db);
  const identity = await findDatabaseIdentity(db);
  const alarm = judgeDesk(desk, identity, now);
  const settle = async () => {
    await noteSeen(db, identity, now);
    if (alarm !== null) log.error({ event: 'newsletter.alarm', because: alarm, lastSeen: desk?.seenAt });
  };
  if (alarm === null) await settle();
  else await stopEverything(db, alarm, now);
  return { alarm, isPaused: Boolean(desk?.pausedAt), settle };
}

async function stopEverything(db: Database, alarm: Alarm, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await pauseSending(tx, alarm);
    await markMissed(tx, now, alarm);
  });
}
