import { getArticleNames } from '#lib/content/article-names-query.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import type { Database } from '#lib/db/database.ts';
import { type EditionProgress, findProgress } from '#lib/mail/edition-progress-store.ts';
import { findNewsletterStop } from '#lib/mail/newsletter-stop-store.ts';
import { countAudience } from '#lib/newsletter/audience-store.ts';
import { chooseForEdition, periodStart } from '#lib/newsletter/edition-articles.ts';
import { correctionDateOf } from '#lib/newsletter/edition-keys.ts';
import type { Edition } from '#lib/newsletter/edition-store.ts';
import { findComing, findEnded, findUnderWay } from './newsletter-desk-store.ts';

const resultsForMs = 14 * 86_400_000;

/** What an edition is, before anybody asks how it fares. */
type Known = Pick<Edition, 'id' | 'kind' | 'state' | 'reason' | 'language'> & {
  /** Null when an editor has taken the List away. */
  list: { id: string; title: string; timeZone: string } | null;
  dueAt: string;
  settledAt: string | null;
  /** Of a correction: which one of its article. */
  correctionDate: string | null;
  articles: { id: string; headline: string }[];
};
type Coming = Known & { wouldGet: number };
type UnderWay = Known & { progress: EditionProgress };

/** Everything an editor sees of the newsletter. Numbers, and never who. */
export type NewsletterOverview = {
  askedAt: string;
  stop: { since: string; reason: string | null } | null;
  coming: Coming[];
  sending: UnderWay[];
  results: UnderWay[];
};

export async function overviewOf(db: Database, now: Date): Promise<NewsletterOverview> {
  const lists = await getScheduledLists();
  const [coming, results, sending] = await Promise.all([
    findComing(db),
    findEnded(db, new Date(now.getTime() - resultsForMs)),
    sendingOf(db, now, lists),
  ]);
  const whole = await Promise.all(coming.map((edition) => withArticlesOf(db, edition, lists, now)));
  const names = await namesOf([...whole, ...results]);
  const readersOf = audiences(db);
  const counted: Coming[] = [];
  for (const edition of whole) {
    counted.push({ ...known(edition, lists, names), wouldGet: await readersOf(edition) });
  }
  return { ...sending, coming: counted, results: await allUnderWay(db, results, lists, names, now) };
}

/** Each List is counted once, and one after the other: readers need the database, too. */
function audiences(db: Database): (edition: Edition) => Promise<number> {
  const counts = new Map<string, number>();
  return async (edition) => {
    if (edition.kind === 'correction') return countAudience(db, edition);
    const count = counts.get(edition.listId) ?? (await countAudience(db, edition));
    counts.set(edition.listId, count);
    return count;
  };
}

/** The part that changes while somebody looks: asked for every few seconds, so it counts nothing else. */
export async function sendingOf(
  db: Database,
  now: Date,
  lists?: ScheduledList[],
): Promise<Pick<NewsletterOverview, 'askedAt' | 'stop' | 'sending'>> {
  const [stop, sending] = await Promise.all([findNewsletterStop(db), findUnderWay(db)]);
  const names = await namesOf(sending);
  const known = sending.length > 0 ? (lists ?? (await getScheduledLists())) : [];
  return {
    askedAt: now.toISOString(),
    stop: stop && { since: stop.since.toISOString(), reason: stop.reason },
    sending: await allUnderWay(db, sending, known, names, now),
  };
}

async function withArticlesOf(db: Database, edition: Edition, lists: ScheduledList[], now: Date) {
  const list = lists.find(({ id }) => id === edition.listId);
  if (!list || edition.kind !== 'digest') return edition;
  const from = await periodStart(db, edition, list);
  const period = { from, until: now, isByItself: false };
  return { ...edition, articleIds: await chooseForEdition(db, edition, list, period, now) };
}

async function allUnderWay(
  db: Database,
  editions: Edition[],
  lists: ScheduledList[],
  names: Map<string, string>,
  now: Date,
): Promise<UnderWay[]> {
  const all: UnderWay[] = [];
  for (const edition of editions) {
    all.push({ ...known(edition, lists, names), progress: await findProgress(db, edition.id, now) });
  }
  return all;
}

function known(edition: Edition, lists: ScheduledList[], names: Map<string, string>): Known {
  const { id, kind, state, reason, language, articleIds } = edition;
  const list = lists.find((one) => one.id === edition.listId);
  return {
    ...{ id, kind, state, reason, language },
    list: list ? { id: list.id, title: list.titles.en, timeZone: list.timeZone } : null,
    dueAt: edition.dueAt.toISOString(),
    settledAt: edition.settledAt?.toISOString() ?? null,
    correctionDate: kind === 'correction' ? correctionDateOf(edition) : null,
    articles: articleIds.flatMap((articleId) => {
      const headline = names.get(articleId);
      return headline === undefined ? [] : [{ id: articleId, headline }];
    }),
  };
}

async function namesOf(editions: Pick<Edition, 'articleIds'>[]): Promise<Map<string, string>> {
  const ids = [...new Set(editions.flatMap(({ articleIds }) => articleIds))];
  if (ids.length === 0) return new Map();
  return new Map((await getArticleNames(ids)).map(({ id, headline }) => [id, headline]));
}
