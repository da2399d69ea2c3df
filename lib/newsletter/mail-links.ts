import type { Summary } from '#lib/content/article.ts';
import type { Picture } from '#lib/content/picture.ts';
import { type PictureSize, pictureUrl } from '#lib/content/picture-url.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';
import { recipientToken } from './edition-content.ts';

export type Surroundings = {
  siteUrl: string;
  /** An edition that is looked at in a browser belongs to nobody: it has no links to leave by. */
  place?: 'mail' | 'browser';
};

/** A page of the site as mails link to it: the prompt keeps quiet for whoever comes from one. */
export function siteLink(siteUrl: string, path: string): string {
  const url = new URL(path, siteUrl);
  url.searchParams.set('from', 'newsletter');
  return url.href;
}

export function articleLink(siteUrl: string, { language, slug }: Pick<Summary, 'language' | 'slug'>): string {
  return siteLink(siteUrl, articlePath(language, slug));
}

/** An address as editors write it into a text, for readers who are not on the site. */
export function bodyLink(siteUrl: string, article: Pick<Summary, 'language' | 'slug'>, href: string): string {
  if (href.startsWith('#')) return articleLink(siteUrl, article) + href;
  if (/^(?:mailto|tel):/i.test(href)) return href;
  // What no browser would take for an address leads to the article, where it does as little.
  if (!URL.canParse(href, siteUrl)) return articleLink(siteUrl, article);
  // Taken apart by a tab, say, and put together by the parser: the token is for links of our own only.
  const url = new URL(new URL(href, siteUrl).href.replaceAll(recipientToken, 'RECIPIENT%2DTOKEN'));
  return url.origin === new URL(siteUrl).origin ? siteLink(siteUrl, url.href) : url.href;
}

export function pictureLink(siteUrl: string, picture: Picture, size: PictureSize): string {
  return absoluteUrl(siteUrl, pictureUrl(picture, size));
}
