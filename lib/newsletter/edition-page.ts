import { z } from 'zod';
import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import type { Database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { composeEdition } from './compose-edition.ts';
import { findEdition } from './edition-store.ts';
import { renderEdition } from './render-edition.ts';

/** `empty`: nothing of it may be seen by everybody at this moment. */
export type EditionPage = { kind: 'page'; html: string } | { kind: 'empty' } | { kind: 'unknown' };

/**
 * An edition that went out as anybody may see it now. It is written anew for each look, from what the lake says: a
 * rendering that is kept would still hold what was withdrawn, held back or closed since.
 */
export async function readEditionPage(
  { db, siteUrl }: { db: Database; siteUrl: string },
  id: string,
  language: Language,
  now: Date,
): Promise<EditionPage> {
  const edition = z.uuid().safeParse(id).success ? await findEdition(db, id) : null;
  if (!edition?.frozenAt) return { kind: 'unknown' };
  const list = (await getScheduledLists()).find((one) => one.id === edition.listId);
  if (!list) return { kind: 'empty' };
  const content = await composeEdition(edition, list, 'preview', now);
  if (content.articles.length === 0) return { kind: 'empty' };
  return { kind: 'page', html: renderEdition(content, language, { siteUrl, place: 'browser' }).html };
}
