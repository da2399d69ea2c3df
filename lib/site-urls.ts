import type { Language } from '#lib/i18n/language.ts';

/** Every address of the site as a reader sees it: English without a prefix, Spanish under /es. */
export function inLanguage(language: Language, path: string): string {
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

/** The pages that every edition of the paper has, by what the site calls them. */
export const standingPages = {
  about: 'about',
  privacy: 'privacy',
  corrections: 'corrections-policy',
} as const;

export function pagePath(language: Language, slug: string): string {
  return inLanguage(language, `/pages/${slug}`);
}

export function subscribePath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/subscribe') + query(parameters);
}

export function subscribeThanksPath(language: Language): string {
  return inLanguage(language, '/subscribe/thanks');
}

export function confirmPath(language: Language, token: string): string {
  return inLanguage(language, '/confirm') + query({ token });
}

export function signInPath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/sign-in') + query(parameters);
}

/** Where a spent free article leads on from; who comes without its cookie is told why the text stays closed. */
export function continuePath(language: Language, slug: string): string {
  return inLanguage(language, '/continue') + query({ article: slug });
}

/** What a subscriber has given away; one gift's link, or what came of giving it. */
export function giftsPath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/gifts') + query(parameters);
}

/** What a subscriber sends to whom they give an article: the same in every language. */
export function giftPath(token: string): string {
  return `/gift/${token}`;
}

export function signInLinkPath(language: Language, token: string): string {
  return signInPath(language, { token });
}

export function accountPath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/account') + query(parameters);
}

export function deleteAccountPath(
  language: Language,
  parameters: Record<string, string | null> = {},
): string {
  return inLanguage(language, '/account/delete') + query(parameters);
}

export function accountDeletedPath(language: Language): string {
  return inLanguage(language, '/account/deleted');
}

/** `token` is that of a mail; the page changes nothing by being looked at. */
export function unsubscribePath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/unsubscribe') + query(parameters);
}

/** The lists of a subscriber, by a mail's token instead of a session. */
export function preferencesPath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/preferences') + query(parameters);
}

/** One-click unsubscribing of RFC 8058: takes a POST from a mail program, whatever its cookies. */
export function oneClickPath(token: string): string {
  return `/api/unsubscribe${query({ token })}`;
}

/** An edition in the browser, as anybody may read it. */
export function editionPath(language: Language, editionId: string): string {
  return inLanguage(language, `/newsletter/${editionId}`);
}

function query(parameters: Record<string, string | null>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export function absoluteUrl(siteUrl: string, path: string): string {
  return new URL(path, siteUrl).href;
}
