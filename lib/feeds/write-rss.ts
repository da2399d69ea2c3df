import { generateRssFeed } from 'feedsmith';
import { type Feed, type FeedItem, feedUpdatedAt } from './feed.ts';

/** RSS 2.0. Authors are dc:creator, because RSS's own author has to be an e-mail address. */
export function writeRss(feed: Feed): string {
  const updatedAt = feedUpdatedAt(feed);
  return generateRssFeed(
    {
      title: feed.title,
      link: feed.pageUrl,
      description: feed.description,
      language: feed.language,
      ...(updatedAt && { lastBuildDate: new Date(updatedAt) }),
      docs: 'https://www.rssboard.org/rss-specification',
      ttl: 15,
      atom: {
        links: feed.urls.rss ? [{ href: feed.urls.rss, rel: 'self', type: 'application/rss+xml' }] : [],
      },
      items: feed.items.map(rssItem),
    },
    { strict: true },
  );
}

function rssItem(item: FeedItem) {
  const { picture } = item;
  return {
    title: item.title,
    link: item.url,
    ...(item.summary && { description: item.summary }),
    guid: { value: item.id, isPermaLink: false },
    pubDate: new Date(item.publishedAt),
    categories: item.subjects.map((name) => ({ name })),
    dc: { creators: item.authors.map(({ name }) => name) },
    atom: { updated: new Date(item.modifiedAt) },
    content: { encoded: item.html },
    ...(picture && {
      media: {
        contents: [
          {
            url: picture.url,
            type: picture.type,
            medium: 'image',
            width: picture.width,
            height: picture.height,
            description: { value: picture.alt, type: 'plain' },
            ...(picture.credit && { credits: [{ value: picture.credit }] }),
          },
        ],
      },
    }),
  };
}
