import type { BodyContext } from '#lib/newsletter/body-context.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';

/** An address as editors write it into a text, for whoever is not on the article's page. Null: no address at all. */
export function wholeAddress(href: string, { siteUrl, article }: BodyContext): string | null {
  if (/^(?:mailto|tel):/i.test(href)) return href;
  const page = absoluteUrl(siteUrl, articlePath(article.language, article.slug));
  return URL.canParse(href, page) ? new URL(href, page).href : null;
}

export function articleUrl(slug: string, { siteUrl, article }: BodyContext): string {
  return absoluteUrl(siteUrl, articlePath(article.language, slug));
}
