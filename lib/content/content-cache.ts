import { unstable_cache } from 'next/cache';
import { cache } from 'react';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { isDraft, noteTags } from '#lib/page-cache/response-status.ts';
import { chooseRelated } from '#lib/related/choose-related.ts';
import { originalId, type Summary } from './article.ts';
import { type ArticleName, getArticleNames } from './article-names-query.ts';
import { getArticle, getTranslations } from './article-query.ts';
import { articlesAmong, composeFrontPage } from './compose-front-page.ts';
import type { NewsEvent } from './event.ts';
import { getEvent, getEvents } from './event-query.ts';
import type { FrontPage } from './front-page.ts';
import { getFrontPagePicks } from './front-page-query.ts';
import { isEmbargoed, isHeldBack, isVisible } from './is-visible.ts';
import { getLatest, getNextInSection } from './lists-query.ts';
import { type Destination, matchRedirect } from './match-redirect.ts';
import type { NewsletterList } from './newsletter-list.ts';
import { getNewsletterLists } from './newsletter-lists-query.ts';
import { noteEmbargoes } from './note-embargoes.ts';
import type { Page } from './page.ts';
import { getPage } from './page-query.ts';
import { getMovedArticles, getRedirects } from './redirect-query.ts';
import { getRelatedCandidates } from './related-query.ts';
import { getSettings } from './settings-query.ts';
import type { SiteSettings } from './site-settings.ts';
import { isSlug } from './slug.ts';
import type { Term } from './taxonomy.ts';
import { getTerms } from './terms-query.ts';

/** A lost webhook is made good, and an embargo that ends is seen, within this time. */
const revalidateSeconds = 300;

/**
 * The one door between pages and the lake. What enters the cache holds no time and nothing of a request; embargoes
 * are judged on the way out, by the clock of whoever renders. React's cache() keeps page and metadata from asking twice.
 * Drafts go past it: they are nobody else's.
 */
export function keep<T>(key: string[], tags: string[], get: () => Promise<T>): Promise<T> {
  if (isDraft()) return get();
  noteTags(tags);
  return unstable_cache(get, key, { tags, revalidate: revalidateSeconds })();
}

/** Lists hold articles and the names of sections, topics, places and people. */
export const listTags = (language: Language) => [`articles:${language}`, 'taxonomy'];

/**
 * null: there is none that anybody may know of. A withdrawn article is returned, for its page says 410. Who looks at
 * drafts sees what is held back, too.
 */
export const cachedSummary = cache(async (language: Language, slug: string): Promise<Summary | null> => {
  if (!isSlug(slug)) return null;
  const found = await keep(['article', language, slug], [`slug:${language}:${slug}`, 'taxonomy'], () =>
    getArticle(language, slug),
  );
  const now = new Date();
  if (found) noteEmbargoes([found], now);
  if (!found || (isHeldBack(found, now) && !isDraft())) return null;
  const root = originalId(found);
  const translations = await keep(
    ['translations', root],
    [`translations:${root}`, `article:${found.id}`],
    () => getTranslations(root),
  );
  noteEmbargoes(translations, now);
  const others = translations.filter(
    (one) => one.language !== language && !isEmbargoed(one.embargoUntil, now),
  );
  return { ...found, translations: others.map((one) => ({ language: one.language, slug: one.slug })) };
});

const cachedPicks = cache((language: Language) =>
  keep(['front', language], [`front:${language}`, ...listTags(language)], () => getFrontPagePicks(language)),
);

export async function cachedFrontPage(language: Language, now: Date): Promise<FrontPage> {
  const picks = await cachedPicks(language);
  noteEmbargoes(articlesAmong(picks), now);
  return composeFrontPage(picks, language, now);
}

/** The story of a section that came before this one; null after its first. */
export async function cachedNextInSection({
  id,
  language,
  section,
  publishedAt,
}: Summary): Promise<Summary | null> {
  const tags = [`section:${section.id}`, ...listTags(language)];
  const before = await keep(['next-in-section', id, publishedAt], tags, () =>
    getNextInSection(language, section.id, publishedAt, 1 + embargoSlack),
  );
  return visible(before)[0] ?? null;
}

export const cachedLatest = cache(async (language: Language, count: number): Promise<Summary[]> => {
  const latest = await keep(['latest', language, String(count)], listTags(language), () =>
    getLatest(language, count + embargoSlack),
  );
  return visible(latest).slice(0, count);
});

/** Asked beyond what is shown, so that embargoed articles at the top leave no hole. */
const embargoSlack = 10;

export const cachedRelated = cache(async (language: Language, articleId: string): Promise<Summary[]> => {
  const tags = [`article:${articleId}`, 'related', ...listTags(language)];
  const candidates = await keep(['related', language, articleId], tags, () =>
    getRelatedCandidates(language, articleId),
  );
  if (!candidates) return [];
  const now = new Date();
  noteEmbargoes([...candidates.pinned, ...candidates.found], now);
  return chooseRelated(candidates, now);
});

export const cachedPage = cache(async (language: Language, slug: string): Promise<Page | null> => {
  if (!isSlug(slug)) return null;
  // Its links to articles are judged when it enters the cache: an embargo that ends meanwhile costs a link for minutes.
  const tags = [`page-slug:${language}:${slug}`, 'pages', `articles:${language}`];
  const page = await keep(['page', language, slug], tags, () => getPage(language, slug, new Date()));
  return page;
});

export const cachedSettings = cache(
  (language: Language): Promise<SiteSettings> =>
    keep(['settings', language], ['settings', 'taxonomy'], () => getSettings(language)),
);

/** All sections, or all topics, as a form offers them. */
export const cachedTerms = cache(
  (kind: 'section' | 'topic', language: Language): Promise<Term[]> =>
    keep(['terms', kind, language], ['taxonomy'], () => getTerms(kind, language)),
);

export const cachedNewsletterLists = cache(
  (): Promise<NewsletterList[]> =>
    keep(['newsletter-lists'], ['newsletter-lists'], () => getNewsletterLists()),
);

/** Events that end today or later by UTC, the next first; what is over by the hour is left out by whoever shows them. */
export const cachedEvents = cache((language: Language): Promise<NewsEvent[]> => {
  // Two days back, because a day of the newsroom's zone ends later than that of UTC.
  const since = new Date(Math.floor(Date.now() / dayMs) * dayMs - 2 * dayMs);
  return keep(['events', language, since.toISOString()], ['events', 'taxonomy'], () =>
    getEvents(language, since),
  );
});

const dayMs = 24 * 3_600_000;

export const cachedEvent = cache(async (language: Language, slug: string): Promise<NewsEvent | null> => {
  if (!isSlug(slug)) return null;
  return keep(['event', language, slug], ['events', 'taxonomy'], () => getEvent(language, slug));
});

/** What articles are called, by their ids; those that nobody may know of are left out. */
export async function cachedArticleNames(ids: readonly string[]): Promise<ArticleName[]> {
  const found = await Promise.all(
    [...new Set(ids)].map((id) => keep(['article-name', id], [`article:${id}`], () => getArticleNames([id]))),
  );
  const now = new Date();
  noteEmbargoes(found.flat(), now);
  return found.flat().filter((article) => isVisible(article, now));
}

const articleAddress = /^(?:\/(?<prefix>[a-z]{2}))?\/articles\/(?<slug>[^/]+)$/;

/** For an address that leads nowhere: the editors' rules first, then the slugs that articles once had. */
export const cachedRedirect = cache(async (path: string): Promise<Destination | null> => {
  const rules = await keep(['redirects'], ['redirects'], getRedirects);
  const ruled = matchRedirect(rules, path);
  if (ruled) return ruled;
  const { prefix, slug } = articleAddress.exec(path)?.groups ?? {};
  const language = languageSchema.safeParse(prefix ?? 'en').data;
  if (!slug || !language || !isSlug(slug)) return null;
  const moved = await keep(
    ['moved', language, slug],
    [`slug:${language}:${slug}`, `articles:${language}`],
    () => getMovedArticles(language, slug),
  );
  const now = new Date();
  noteEmbargoes(moved, now);
  const known = moved.find((article) => isVisible(article, now));
  return known ? { to: path.replace(/[^/]+$/, known.slug), permanent: true } : null;
});

export function visible(articles: Summary[]): Summary[] {
  const now = new Date();
  noteEmbargoes(articles, now);
  return articles.filter((article) => isVisible(article, now));
}
