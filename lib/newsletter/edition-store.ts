import { and, eq, gte, inArray, lt, max, ne, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#lib/db/database.ts';
import { editionRenderings, editions } from '#lib/db/schema.ts';
import type { Language } from '#lib/i18n/language.ts';

export type Edition = typeof editions.$inferSelect;
export type EditionState = Edition['state'];
export type EditionRendering = typeof editionRenderings.$inferSelect;
export type EditionAccess = EditionRendering['access'];

/** By the primary key. */
export async function findEdition(db: Queryable, id: string): Promise<Edition | null> {
  const rows = await db.select().from(editions).where(eq(editions.id, id));
  return rows[0] ?? null;
}

/** By the unique key. */
export async function findEditionByKey(db: Queryable, key: string): Promise<Edition | null> {
  const rows = await db.select().from(editions).where(eq(editions.key, key));
  return rows[0] ?? null;
}

/** Of everybody who changes an edition's state one at a time goes on, and sees what the one before has left. */
export async function lockEdition(tx: Transaction, id: string): Promise<Edition | null> {
  const rows = await tx.select().from(editions).where(eq(editions.id, id)).for('update');
  return rows[0] ?? null;
}

export async function setEdition(
  db: Queryable,
  id: string,
  change: Partial<Omit<Edition, 'id' | 'key' | 'kind' | 'listId'>>,
): Promise<void> {
  await db.update(editions).set(change).where(eq(editions.id, id));
}

/** By the primary key: a frozen edition in one language and access. */
export async function findRendering(
  db: Queryable,
  editionId: string,
  language: Language,
  access: EditionAccess,
): Promise<EditionRendering | null> {
  const rows = await db
    .select()
    .from(editionRenderings)
    .where(
      and(
        eq(editionRenderings.editionId, editionId),
        eq(editionRenderings.language, language),
        eq(editionRenderings.access, access),
      ),
    );
  return rows[0] ?? null;
}

export async function addRenderings(db: Queryable, renderings: EditionRendering[]): Promise<void> {
  await db.insert(editionRenderings).values(renderings);
}

/** Digests whose articles are no longer anybody else's to bring: they went out, or somebody decided about them. */
const done: EditionState[] = ['sending', 'paused', 'sent', 'empty', 'cancelled'];
const out: EditionState[] = ['sending', 'paused', 'sent', 'empty'];

type Place = Pick<Edition, 'id' | 'listId' | 'dueAt'>;

const otherDigestsOf = ({ id, listId }: Place, states: EditionState[]) =>
  and(
    eq(editions.listId, listId),
    eq(editions.kind, 'digest'),
    ne(editions.id, id),
    inArray(editions.state, states),
  );

/** When the List's digest before this one was due. By the index of lists. */
export function findLastDigestBefore(db: Queryable, edition: Place): Promise<Date | null> {
  return lastBefore(db, edition, done);
}

export function findLastCancelledBefore(db: Queryable, edition: Place): Promise<Date | null> {
  return lastBefore(db, edition, ['cancelled']);
}

/** Whatever became of it. */
export async function hasEarlierDigest(db: Queryable, edition: Place): Promise<boolean> {
  return (await lastBefore(db, edition, [...done, 'planned', 'held', 'missed'])) !== null;
}

async function lastBefore(db: Queryable, edition: Place, states: EditionState[]): Promise<Date | null> {
  const rows = await db
    .select({ last: max(editions.dueAt) })
    .from(editions)
    .where(and(otherDigestsOf(edition, states), lt(editions.dueAt, edition.dueAt)));
  return rows[0]?.last ?? null;
}

/** What the List's other digests have told since then. By the index of lists. */
export async function findMailedArticles(db: Queryable, edition: Place, since: Date): Promise<Set<string>> {
  const rows = await db
    .select({ articleIds: editions.articleIds })
    .from(editions)
    .where(and(otherDigestsOf(edition, out), gte(editions.dueAt, since)));
  return new Set(rows.flatMap(({ articleIds }) => articleIds));
}

/** Whether the List has already sent a later digest, which held this one's articles. By the index of lists. */
export async function isLaterDigestOut(db: Queryable, edition: Place): Promise<boolean> {
  const rows = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(otherDigestsOf(edition, out), sql`${editions.dueAt} > ${edition.dueAt.toISOString()}`))
    .limit(1);
  return rows.length > 0;
}
