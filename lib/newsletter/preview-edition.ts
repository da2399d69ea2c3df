import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import type { Queryable } from '#lib/db/database.ts';
import { composeEdition } from './compose-edition.ts';
import { chooseForEdition, periodStart } from './edition-articles.ts';
import type { EditionContent } from './edition-content.ts';
import { type EditionAccess, findEdition } from './edition-store.ts';

type Previewed =
  | { kind: 'content'; content: EditionContent }
  | { kind: 'unknown' }
  | { kind: 'no such list' };

/** What an edition says now: a coming one as if it were sent at this moment, a frozen one with the articles it has. */
export async function previewEdition(
  db: Queryable,
  id: string,
  access: EditionAccess,
  now: Date,
): Promise<Previewed> {
  const edition = await findEdition(db, id);
  if (!edition) return { kind: 'unknown' };
  const list = (await getScheduledLists()).find((one) => one.id === edition.listId);
  if (!list) return { kind: 'no such list' };
  const from = edition.frozenAt ? null : await periodStart(db, edition, list);
  const period = { from, until: now, isByItself: false };
  const articleIds = await chooseForEdition(db, edition, list, period, now);
  return { kind: 'content', content: await composeEdition({ ...edition, articleIds }, list, access, now) };
}
