import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import type { FeaturedPackage, FrontPage } from './front-page.ts';
import { isVisible } from './is-visible.ts';
import type { Section } from './taxonomy.ts';

export type FrontPagePicks = {
  breaking: { text: string; article: Summary | null } | null;
  lead: Summary | null;
  leadRelated: Summary[];
  seconds: Summary[];
  packages: FeaturedPackage[];
  opinion: Summary[];
  /** Newest first, more of each than the page shows. */
  rivers: { section: Section; articles: Summary[] }[];
  latest: Summary[];
};

const leadRelatedShown = 2;
const secondsShown = 3;
/** One article is no package. */
const fewestInPackage = 2;
const opinionShown = 4;
const latestShown = 10;
/** One with a picture and three headlines. */
export const riverLength = 4;

/**
 * Lays out the front page: the editor's picks first, what they left open filled with the newest, no article twice.
 * The timed list alone repeats what stands above it: a list of the latest without the latest would not be true.
 * A pick that nobody may see yet (or any more) gives its place to the next.
 */
export function composeFrontPage(picks: FrontPagePicks, language: Language, now: Date): FrontPage {
  const taken = new Set<string>();
  const isShowable = (article: Summary) => article.language === language && isVisible(article, now);
  const isFree = (article: Summary) => !taken.has(article.id) && isShowable(article);
  const take = (articles: Summary[], count: number): Summary[] => {
    const chosen: Summary[] = [];
    for (const article of articles) {
      if (chosen.length === count) break;
      if (!isFree(article)) continue;
      taken.add(article.id);
      chosen.push(article);
    }
    return chosen;
  };

  const isOpinion = (article: Summary) => article.kind === 'opinion';
  const news = picks.latest.filter((article) => !isOpinion(article));
  // Every pick is taken before anything is filled up, so that a filling never robs an editor's place.
  const pickedLead = take(picks.lead ? [picks.lead] : [], 1);
  const leadRelated = take(picks.leadRelated, leadRelatedShown);
  const pickedSeconds = take(picks.seconds, secondsShown);
  const packages = picks.packages.flatMap((featured) => {
    if (featured.articles.filter(isFree).length < fewestInPackage) return [];
    return [{ ...featured, articles: take(featured.articles, featured.articles.length) }];
  });
  const pickedOpinion = take(picks.opinion, opinionShown);
  const [lead = null] = [...pickedLead, ...take(news, 1 - pickedLead.length)];
  const seconds = [...pickedSeconds, ...take(news, secondsShown - pickedSeconds.length)];
  const opinion = [
    ...pickedOpinion,
    ...take(picks.latest.filter(isOpinion), opinionShown - pickedOpinion.length),
  ];
  const sections = picks.rivers
    .map(({ section, articles }) => ({
      section,
      articles: take(pictureFirst(articles.filter(isFree)), riverLength),
    }))
    .filter(({ articles }) => articles.length > 0);
  const latest = picks.latest.filter(isShowable).slice(0, latestShown);
  return {
    breaking: breakingOf(picks, language, now),
    lead,
    leadRelated,
    seconds,
    packages,
    sections,
    opinion,
    latest,
  };
}

/** All that a front page is chosen from. */
export function articlesAmong(picks: FrontPagePicks): Summary[] {
  const single = [picks.lead, picks.breaking?.article ?? null].filter((article) => article !== null);
  const rivers = picks.rivers.flatMap(({ articles }) => articles);
  const packed = picks.packages.flatMap(({ articles }) => articles);
  const picked = [...picks.leadRelated, ...picks.seconds, ...packed, ...picks.opinion];
  return [...single, ...picked, ...rivers, ...picks.latest];
}

/** The newest that has a picture opens a river; the others follow by age. */
function pictureFirst(articles: Summary[]): Summary[] {
  const opener = articles.slice(0, riverLength).find((article) => article.hero);
  return opener ? [opener, ...articles.filter((article) => article !== opener)] : articles;
}

function breakingOf({ breaking }: FrontPagePicks, language: Language, now: Date): FrontPage['breaking'] {
  if (!breaking) return null;
  const article = breaking.article;
  const isOpen = article && article.language === language && isVisible(article, now);
  // The line itself may be what is held back, so it goes with its article.
  if (article && !isOpen) return null;
  return { text: breaking.text, slug: article?.slug ?? null };
}
