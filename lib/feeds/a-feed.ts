import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import { oneOfEach, siteUrl, summary } from '#lib/newsletter/an-edition.ts';
import type { Decision } from '#lib/paywall/decide-access.ts';
import type { Feed } from './feed.ts';
import { feedItem } from './feed-item.ts';

const everyBlock: Block[] = Object.values(oneOfEach).flat();

type Given = { article?: Partial<Summary>; blocks?: Block[]; decision?: Decision };

export function anItem({ article = {}, blocks = everyBlock, decision = open }: Given = {}) {
  return feedItem({ article: summary(article), blocks, decision, siteUrl, timeZone: 'America/Cancun' });
}

const open: Decision = { kind: 'full', reason: 'public' };

/** What editors and bad software write into texts, all of it at once. */
export const hostile = 'A & B <i>]]> "c" \u0000\u0008\uFFFF\uD800 </title><script>';

export function aFeed(given: Partial<Feed> = {}): Feed {
  return {
    title: 'Riviera & Sea',
    description: 'News from the coast.',
    language: 'en',
    pageUrl: `${siteUrl}/`,
    urls: {
      rss: `${siteUrl}/feed.xml`,
      atom: `${siteUrl}/atom.xml`,
      json: `${siteUrl}/feed.json`,
    },
    siteName: 'Riviera & Sea',
    iconUrl: `${siteUrl}/touch-icon.png`,
    items: [anItem(), anItem({ article: { id: 'article-2', slug: 'second', hero: null, bylines: [] } })],
    ...given,
  };
}
