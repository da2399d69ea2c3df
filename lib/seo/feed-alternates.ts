import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, type FeedFormat, feedPath, frontPath } from '#lib/site-urls.ts';

type Page = { title: string; language: Language; feedOf?: string };

export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The feeds that belong to a page, by their types: the whole site's, and after it the page's own in every format. */
export function feedAlternates({ title, language, feedOf }: Page, site: { url: string; name: string }) {
  const words = textsFor(language).feeds;
  const front = frontPath(language);
  const feed = (path: string, format: FeedFormat) => ({
    title: path === front ? words.all(site.name) : words.of(title, site.name),
    url: absoluteUrl(site.url, feedPath(path, format)),
  });
  const own = feedOf ?? front;
  return {
    [feedTypes.rss]: own === front ? [feed(front, 'rss')] : [feed(front, 'rss'), feed(own, 'rss')],
    ...(feedOf && {
      [feedTypes.atom]: [feed(own, 'atom')],
      [feedTypes.json]: [feed(own, 'json')],
    }),
  };
}
