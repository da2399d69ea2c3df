import { isEmbargoed } from '#lib/content/is-visible.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import type { FullyMappedArticle, MappedPage } from '#lib/content/sitemap-query.ts';
import { type Language, languages } from '#lib/i18n/language.ts';
import {
  absoluteUrl,
  archivePath,
  articlePath,
  eventsPath,
  frontPath,
  livePath,
  pagePath,
  personPath,
  placePath,
  sectionPath,
  topicPath,
} from '#lib/site-urls.ts';
import { modifiedAt } from './modified-at.ts';
import type { MapEntry } from './sitemap-xml.ts';

export function articleEntry(article: FullyMappedArticle, siteUrl: string, now: Date): MapEntry {
  const { language, slug, hero } = article;
  const urlIn = (lang: Language, name: string) => absoluteUrl(siteUrl, articlePath(lang, name));
  return {
    url: urlIn(language, slug),
    lastModified: modifiedAt(article),
    language,
    alternates: article.translations
      .filter(({ embargoUntil, noindex }) => !noindex && !isEmbargoed(embargoUntil, now))
      .map((other) => ({ language: other.language, url: urlIn(other.language, other.slug) })),
    images: hero ? [absoluteUrl(siteUrl, pictureUrl(hero, { width: 1600 }))] : [],
  };
}

/** Documents that are one for both languages, and those that are written in one. */
const inBoth = {
  section: sectionPath,
  topic: topicPath,
  place: placePath,
  person: personPath,
  event: eventsPath,
} as const;
const inOne = { page: pagePath, liveCoverage: livePath } as const;

/** The front pages and every page that is no article's. */
export function pageEntries(pages: MappedPage[], siteUrl: string): MapEntry[] {
  const both = (pathIn: (language: Language) => string) =>
    languages.map((language) => ({
      url: absoluteUrl(siteUrl, pathIn(language)),
      language,
      alternates: languages
        .filter((other) => other !== language)
        .map((other) => ({ language: other, url: absoluteUrl(siteUrl, pathIn(other)) })),
      images: [],
    }));
  const entries = pages.flatMap(({ kind, slug, language }) => {
    if (kind !== 'page' && kind !== 'liveCoverage') return both((each) => inBoth[kind](each, slug));
    if (!language) return [];
    const url = absoluteUrl(siteUrl, inOne[kind](language, slug));
    return [{ url, language, alternates: [], images: [] }];
  });
  return [frontPath, eventsPath, archivePath].flatMap((path) => both((each) => path(each))).concat(entries);
}
