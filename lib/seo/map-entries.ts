import { isEmbargoed } from '#lib/content/is-visible.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import type { FullyMappedArticle, MappedPage } from '#lib/content/sitemap-query.ts';
import { type Language, languages } from '#lib/i18n/language.ts';
import {
  absoluteUrl,
  articlePath,
  frontPath,
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

const pathOf = {
  section: sectionPath,
  topic: topicPath,
  place: placePath,
  person: personPath,
} as const;

/** The front pages and every page that is no article's. A page of the taxonomy is there in both languages. */
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
    if (kind !== 'page') return both((each) => pathOf[kind](each, slug));
    if (!language) return [];
    return [{ url: absoluteUrl(siteUrl, pagePath(language, slug)), language, alternates: [], images: [] }];
  });
  return [...both(frontPath), ...entries];
}
