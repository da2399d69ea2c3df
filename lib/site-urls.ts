import type { Language } from '#lib/i18n/language.ts';

/** Every address of the site as a reader sees it: English without a prefix, Spanish under /es. */
function inLanguage(language: Language, path: string): string {
  if (language === 'en') return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}

export function frontPath(language: Language): string {
  return inLanguage(language, '/');
}

export function articlePath(language: Language, slug: string): string {
  return inLanguage(language, `/articles/${slug}`);
}

/** The first page of a section has one address only: /page/1 does not exist. */
export function sectionPath(language: Language, slug: string, page = 1): string {
  return inLanguage(language, page === 1 ? `/sections/${slug}` : `/sections/${slug}/page/${page}`);
}

export function pagePath(language: Language, slug: string): string {
  return inLanguage(language, `/pages/${slug}`);
}

export function absoluteUrl(siteUrl: string, path: string): string {
  return new URL(path, siteUrl).href;
}
