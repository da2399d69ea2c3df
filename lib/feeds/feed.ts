import type { Language } from '#lib/i18n/language.ts';
import type { FeedFormat } from '#lib/site-urls.ts';

/** A feed before it is written down in one of the three formats. Addresses are whole, instants ISO 8601. */
export type Feed = {
  title: string;
  description: string;
  language: Language;
  /** The page that shows the same. */
  pageUrl: string;
  /** The feed's own addresses; a private one has no other format. */
  urls: Partial<Record<FeedFormat, string>>;
  siteName: string;
  iconUrl: string;
  items: FeedItem[];
};

export type FeedItem = {
  /** Stays when the article's address changes: a reader's program would show it as another one. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** What the reader of this feed may read, as markup without styles. */
  html: string;
  publishedAt: string;
  modifiedAt: string;
  authors: { name: string; url: string | null }[];
  subjects: string[];
  picture: FeedPicture | null;
};

export type FeedPicture = {
  url: string;
  type: string;
  width: number;
  height: number;
  alt: string;
  credit: string | null;
};

/** When the newest word of the feed was written; null for a feed without items. */
export function feedUpdatedAt({ items }: Pick<Feed, 'items'>): string | null {
  return items
    .map((item) => item.modifiedAt)
    .reduce<string | null>(
      (newest, instant) => (newest === null || Date.parse(instant) > Date.parse(newest) ? instant : newest),
      null,
    );
}
