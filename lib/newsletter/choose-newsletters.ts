import type { Database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { setLists } from '#lib/subscribers/list-store.ts';
import { findSubscriber, lockSubscriber, setLanguage } from '#lib/subscribers/subscriber-store.ts';

/**
 * Lists and language, by a mail's link alone. Only for whoever is subscribed: an old mail in a stranger's hands must not
 * start newsletters that their reader has left.
 */
export async function chooseNewsletters(
  db: Database,
  subscriberId: string,
  { listIds, language }: { listIds: string[]; language: Language },
  now: Date,
): Promise<{ kind: 'saved' | 'not subscribed' }> {
  return db.transaction(async (tx) => {
    await lockSubscriber(tx, subscriberId);
    const subscriber = await findSubscriber(tx, subscriberId);
    if (subscriber?.state !== 'confirmed') return { kind: 'not subscribed' };
    await setLists(tx, subscriberId, listIds, now);
    await setLanguage(tx, subscriberId, language);
    log.info({ event: 'newsletter.chosen', subscriberId, lists: listIds.length });
    return { kind: 'saved' };
  });
}
