import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { setLists } from './list-store.ts';
import { resubscribe } from './subscriber-store.ts';

/** The newsletters that a signed-in reader wants from now on. Whoever had left and chooses one has come back. */
export async function chooseLists(
  db: Database,
  subscriberId: string,
  listIds: string[],
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await setLists(tx, subscriberId, listIds, now);
    if (listIds.length > 0) await resubscribe(tx, subscriberId);
  });
  log.info({ event: 'account.lists_chosen', subscriberId, lists: listIds.length });
}
