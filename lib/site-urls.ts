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

export function sectionPath(language: Language, slug: string, page = 1): string {
  return inLanguage(language, paged(`/sections/${slug}`, page));
}

export function topicPath(language: Language, slug: string, page = 1): string {
  return inLanguage(language, paged(`/topics/${slug}`, page));
}

export function placePath(language: Language, slug: string, page = 1): string {
  return inLanguage(language, paged(`/places/${slug}`, page));
}

export function personPath(language: Language, slug: string, page = 1): string {
  return inLanguage(language, paged(`/people/${slug}`, page));
}

/** All months, one year's, or the articles of one month; `month` counts from 1. */
export function archivePath(language: Language, year?: number, month?: number, page = 1): string {
  if (year === undefined) return inLanguage(language, '/archive');
  if (month === undefined) return inLanguage(language, `/archive/${year}`);
  return inLanguage(language, paged(`/archive/${year}/${String(month).padStart(2, '0')}`, page));
}

export function mostReadPath(language: Language): string {
  return inLanguage(language, '/most-read');
}

export function searchPath(language: Language, parameters: Record<string, string | null> = {}): string {
  return inLanguage(language, '/search') + query(parameters);
}

/** All events to come, or one. */
export function eventsPath(language: Language, slug?: string): string {
  return inLanguage(language, slug === undefined ? '/events' : `/events/${slug}`);
}

/** The same as iCalendar. */
export function eventsCalendarPath(language: Language, slug?: string): string {
  return slug === undefined ? `${eventsPath(language)}.ics` : `${eventsPath(language, slug)}/calendar.ics`;
}

export function livePath(language: Language, slug: string, page = 1): string {
  return inLanguage(language, paged(`/live/${slug}`, page));
}

/** Leads to an update wherever it stands by now: pages of live coverage move on. */
export function liveUpdatePath(language: Language, slug: string, id: string): string {
  return `${livePath(language, slug)}/updates/${encodeURIComponent(id)}`;
}

/** An article, or without one the front page, in one request without scripts. */
export function litePath(language: Language, slug?: string): string {
  return slug === undefined ? inLanguage(language, '/lite') : `${articlePath(language, slug)}/lite`;
}

export function markdownPath(language: Language, slug: string): string {
  return `${articlePath(language, slug)}.md`;
}

export function shareImagePath(language: Language, slug: string): string {
  return `${articlePath(language, slug)}/opengraph-image`;
}

export type FeedFormat = 'rss' | 'atom' | 'json';
const feedFiles: Record<FeedFormat, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

/** What a feed is of: the page that shows the same, by its path in the language; the front page for the whole site. */
export function feedPath(pagePath: string, format: FeedFormat): string {
  return `${pagePath === '/' ? '' : pagePath}/${feedFiles[format]}`;
}

/** A subscriber's own feed with full texts; whoever has the address has the texts. */
export function privateFeedPath(key: string): string {
  return `/feed/${key}.xml`;
}

/** The first page of a list has one address only: /page/1 does not exist. */
function paged(path: string, page: number): string {
  return page === 1 ? path : `${path}/page/${page}`;
}

/** The pages that every edition of the paper has, by what the site calls them. */
export const standingPages = {
  about: 'about',
  privacy: 'privacy',
  corrections: 'corrections-policy',
  accessibility: 'accessibility',
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
