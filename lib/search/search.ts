import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Database } from '#lib/db/database.ts';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { decideAccess, type Reader } from '#lib/paywall/decide-access.ts';
import { dayStart } from './day-start.ts';
import { mostMatches, resultsAPage, type SearchQuery } from './search-query.ts';
import { type FoundRow, findMatches, type Openness } from './search-store.ts';
import { type Piece, piecesOf } from './snippet.ts';

/** What a page of results shows of an article. */
export type Found = {
  id: string;
  language: Language;
  slug: string;
  kind: FoundRow['kind'];
  sectionId: string;
  publishedAt: string;
  headline: Piece[];
  /** Where in the text it was found; where only headline or standfirst have it, how the text begins. */
  snippet: Piece[];
  /** Whether this reader gets a preview only. */
  isClosed: boolean;
};

export type SearchResult = {
  found: Found[];
  count: number;
  page: number;
  pages: number;
};

type Searcher = { reader: Reader; settings: Pick<SiteSettings, 'archiveRule' | 'timeZone'>; now: Date };

const dayMs = 24 * 60 * 60 * 1000;
const nothing: SearchResult = { found: [], count: 0, page: 1, pages: 0 };

/** Finds in what this reader may read now, and in nothing else. */
export async function search(db: Database, query: SearchQuery, searcher: Searcher): Promise<SearchResult> {
  if (query.q === '') return nothing;
  const { reader, settings, now } = searcher;
  const { count, found } = await findMatches(db, {
    typed: query.q,
    languages: query.language === 'all' ? languageSchema.options : [query.language],
    openness: opennessFor(reader, settings.archiveRule, now),
    sectionId: query.section,
    topicId: query.topic,
    from: query.from === null ? null : dayStart(query.from, 0, settings.timeZone),
    before: query.to === null ? null : dayStart(query.to, 1, settings.timeZone),
    sort: query.sort,
    skip: (query.page - 1) * resultsAPage,
    take: resultsAPage,
    now,
  });
  // Somebody's old address, or a typed one: the first page says what there is.
  if (found.length === 0 && query.page > 1) return search(db, { ...query, page: 1 }, searcher);
  const allowed = found.filter((row) => agrees(row, searcher));
  const pages = Math.ceil(Math.min(count, mostMatches) / resultsAPage);
  return { found: allowed.map(shown), count, page: query.page, pages };
}

/** Known to the database before it looks, so that it looks in the right text. Meter and gifts are no matter of lists. */
function opennessFor(reader: Reader, rule: SiteSettings['archiveRule'], now: Date): Openness {
  if (reader.kind === 'subscriber') return { kind: 'everything' };
  const defaultSince = rule.enabled === false ? null : new Date(now.getTime() - rule.days * dayMs);
  return { kind: 'open', defaultSince };
}

/** decideAccess has the last word: a row that the database opened and it does not is shown to nobody. */
function agrees(row: FoundRow, { reader, settings, now }: Searcher): boolean {
  if (!row.isWhole) return true;
  const asked = { ...row, giftable: false, firstPublishedAt: row.firstPublishedAt.toISOString() };
  const isFull = decideAccess(asked, reader, settings.archiveRule, now).kind === 'full';
  if (!isFull) log.error({ event: 'search.access_differs', id: row.id });
  return isFull;
}

function shown(row: FoundRow): Found {
  const { id, language, slug, kind, sectionId, isWhole } = row;
  const snippet = piecesOf(row.markedText, row.writtenText);
  const isUseful = row.writtenText !== '' && snippet.some(({ isHit }) => isHit);
  return {
    ...{ id, language, slug, kind, sectionId },
    publishedAt: row.publishedAt.toISOString(),
    headline: headlineOf(row),
    snippet: isUseful ? snippet : [{ text: row.standfirst || row.writtenText, isHit: false }],
    isClosed: !isWhole,
  };
}

/** A headline with something like a tag in it loses that in the database; it is then shown as it is. */
function headlineOf({ markedHeadline, headline }: FoundRow): Piece[] {
  const pieces = piecesOf(markedHeadline, headline);
  const isWhole = pieces.map(({ text }) => text).join('') === headline;
  return isWhole ? pieces : [{ text: headline, isHit: false }];
}
