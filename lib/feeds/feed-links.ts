import type { Summary } from '#lib/content/article.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';

type Place = Pick<Summary, 'language' | 'slug'>;

export function articleUrl(siteUrl: string, { language, slug }: Place): string {
  return absoluteUrl(siteUrl, articlePath(language, slug));
}

/** An address as editors write it into a text, whole: who reads it elsewhere has no site that it could begin with. */
export function bodyUrl(siteUrl: string, article: Place, href: string): string {
  if (href.startsWith('#')) return articleUrl(siteUrl, article) + href;
  if (/^(?:mailto|tel):/i.test(href)) return href;
  // What no browser would take for an address leads to the article, where it does as little.
  return URL.canParse(href, siteUrl) ? new URL(href, siteUrl).href : articleUrl(siteUrl, article);
}
