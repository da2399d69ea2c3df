import {
  type ArticleState,
  getArticleStates,
  getPreviewParagraphs,
  getSearchedArticles,
  type SearchedArticle,
} from '#lib/content/search-article-body-query.ts';
import type { Queryable } from '#lib/db/database.ts';
import { previewLength } from '#lib/paywall/visible-blocks.ts';
import { bodyWords, printable } from './body-words.ts';
import { deleteSearchRows, findIndexedStates, type SearchRow, saveSearchRow } from './search-index-store.ts';

/** Bodies in one question to the lake. */
const atOnce = 50;
const listedAtOnce = 5000;

/** Makes the index true for these articles. One that is not in the lake, or breaks the schema, leaves it. */
export async function indexArticles(db: Queryable, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const previewParagraphs = await getPreviewParagraphs();
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const found = await getSearchedArticles(some, now);
    for (const article of found) await saveSearchRow(db, rowOf(article, previewParagraphs));
    const there = new Set(found.map(({ id }) => id));
    await deleteSearchRows(
      db,
      some.filter((id) => !there.has(id)),
    );
  }
}

/** What nobody may find has no words in the index: what is not there cannot come out. */
function rowOf({ blocks, ...article }: SearchedArticle, previewParagraphs: number): SearchRow {
  if (!article.listed) {
    return { ...article, headline: '', standfirst: '', openText: '', gatedText: '', previewParagraphs };
  }
  const cut = article.access === 'public' ? blocks.length : previewLength(blocks, previewParagraphs);
  const [openText, gatedText] = [bodyWords(blocks.slice(0, cut)), bodyWords(blocks.slice(cut))];
  const [headline, standfirst] = [printable(article.headline), printable(article.standfirst)];
  return { ...article, headline, standfirst, openText, gatedText, previewParagraphs };
}

export type Compared = { articles: number; indexed: number; removed: number };

/**
 * Finds what a lost webhook has left behind, and how a changed rule of previews divides the texts. The index is read
 * first: what is published meanwhile is then taken in once more and never taken out.
 */
export async function compareIndex(
  db: Queryable,
  now: Date,
  which: 'changed' | 'all' = 'changed',
): Promise<Compared> {
  const indexed = new Map((await findIndexedStates(db)).map((state) => [state.id, state]));
  const previewParagraphs = await getPreviewParagraphs();
  const articles = await allStates();
  const isOld = ({ id, changedAt }: ArticleState) => {
    const known = indexed.get(id);
    return (
      known === undefined ||
      known.changedAt.getTime() < Date.parse(changedAt) ||
      known.previewParagraphs !== previewParagraphs
    );
  };
  const old = which === 'all' ? articles : articles.filter(isOld);
  await indexArticles(
    db,
    old.map(({ id }) => id),
    now,
  );
  const there = new Set(articles.map(({ id }) => id));
  const gone = [...indexed.keys()].filter((id) => !there.has(id));
  await deleteSearchRows(db, gone);
  return { articles: articles.length, indexed: old.length, removed: gone.length };
}

async function allStates(): Promise<ArticleState[]> {
  const all: ArticleState[] = [];
  for (;;) {
    const some = await getArticleStates(all.at(-1)?.id ?? '', listedAtOnce);
    all.push(...some);
    if (some.length < listedAtOnce) return all;
  }
}
