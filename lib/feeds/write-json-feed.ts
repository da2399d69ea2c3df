import type { Feed, FeedItem } from './feed.ts';

/** JSON Feed 1.1. Written by hand: the library leaves an empty list of items out, which makes the feed invalid. */
export function writeJsonFeed(feed: Feed): string {
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.urls.json,
    description: feed.description,
    icon: feed.iconUrl,
    language: feed.language,
    authors: [{ name: feed.siteName }],
    items: feed.items.map(jsonItem),
  };
  return `${JSON.stringify(written)}\n`;
}

function jsonItem(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    ...(item.summary && { summary: item.summary }),
    content_html: item.html,
    ...(item.picture && { image: item.picture.url }),
    date_published: new Date(item.publishedAt).toISOString(),
    date_modified: new Date(item.modifiedAt).toISOString(),
    authors: item.authors.map(({ name, url }) => ({ name, ...(url && { url }) })),
    tags: item.subjects,
  };
}
