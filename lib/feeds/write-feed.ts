import { feedTypes } from '#lib/seo/feed-alternates.ts';
import type { FeedFormat } from '#lib/site-urls.ts';
import { type Feed, feedUpdatedAt } from './feed.ts';
import { tagOf } from './tag-of.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeRss } from './write-rss.ts';

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
};

/** What XML 1.0 cannot hold, however it is escaped; one of it in a headline, and no program reads the feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to take out
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A feed as text, with what tells a program that it has not changed. */
export function writeFeed(feed: Feed, format: FeedFormat): { text: string; headers: Record<string, string> } {
  const text = writers[format](feed).toWellFormed().replace(notInXml, '');
  const updatedAt = feedUpdatedAt(feed);
  return {
    text,
    headers: {
      'content-type': `${feedTypes[format]}; charset=utf-8`,
      etag: tagOf(text),
      ...(updatedAt && { 'last-modified': new Date(updatedAt).toUTCString() }),
    },
  };
}
