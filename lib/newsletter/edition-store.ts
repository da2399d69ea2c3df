import { and, eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
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
