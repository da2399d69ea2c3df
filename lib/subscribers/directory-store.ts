import { and, asc, eq, exists, getTableColumns, gt, gte, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { subscriberLists, subscribers } from '#lib/db/schema.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Subscriber } from './subscriber-store.ts';

export type DirectoryFilter = {
  state: Subscriber['state'] | null;
  language: Language | null;
  listId: string | null;
  /** Signed up at this instant or later. */
  since: Date | null;
};

export type DirectoryEntry = Subscriber & { listIds: string[] };

function matching(db: Queryable, { state, language, listId, since }: DirectoryFilter): SQL | undefined {
  return and(
    state ? eq(subscribers.state, state) : undefined,
    language ? eq(subscribers.language, language) : undefined,
    since ? gte(subscribers.createdAt, since) : undefined,
    listId
      ? exists(
          db
            .select({ one: sql`1` })
            .from(subscriberLists)
            .where(and(eq(subscriberLists.subscriberId, subscribers.id), eq(subscriberLists.listId, listId))),
        )
      : undefined,
  );
}

/** Reads the whole table once: for a person who waits, not for a page. */
export async function countSubscribers(db: Queryable, filter: DirectoryFilter): Promise<number> {
  return db.$count(subscribers, matching(db, filter));
}

/** In the order of the folded addresses, by their unique index: a page costs the same wherever it begins. */
export async function pageOfSubscribers(
  db: Queryable,
  filter: DirectoryFilter,
  page: { after: string; most: number },
): Promise<DirectoryEntry[]> {
  return db
    .select({
      ...getTableColumns(subscribers),
      listIds: sql<
        string[]
      >`array(select ${subscriberLists.listId} from ${subscriberLists} where ${subscriberLists.subscriberId} = ${subscribers.id} order by 1)`,
    })
    .from(subscribers)
    .where(and(gt(subscribers.emailKey, page.after), matching(db, filter)))
    .orderBy(asc(subscribers.emailKey))
    .limit(page.most);
}
