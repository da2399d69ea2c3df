import { generateAtomFeed } from 'feedsmith';
import { type Feed, type FeedItem, feedUpdatedAt } from './feed.ts';

/** Never: Atom wants an instant of a feed that has no articles yet. */
const never = '1970-01-01T00:00:00Z';

/** Atom (RFC 4287). Texts are given with their type: plain strings the library drops without a word. */
export function writeAtom(feed: Feed): string {
  const self = feed.urls.atom;
  return generateAtomFeed(
    {
      id: self ?? feed.pageUrl,
      title: { value: feed.title, type: 'text' },
      subtitle: { value: feed.description, type: 'text' },
      updated: new Date(feedUpdatedAt(feed) ?? never),
      icon: feed.iconUrl,
      authors: [{ name: feed.siteName }],
      links: [
        ...(self ? [{ href: self, rel: 'self', type: 'application/atom+xml' }] : []),
        { href: feed.pageUrl, rel: 'alternate', type: 'text/html', hreflang: feed.language },
      ],
      entries: feed.items.map(atomEntry),
      xml: { lang: feed.language },
    },
    { strict: true },
  );
}

function atomEntry(item: FeedItem) {
  const { picture } = item;
  return {
    id: item.id,
    title: { value: item.title, type: 'text' },
    links: [
      { href: item.url, rel: 'alternate', type: 'text/html' },
      ...(picture ? [{ href: picture.url, rel: 'enclosure', type: picture.type, title: picture.alt }] : []),
    ],
    published: new Date(item.publishedAt),
    updated: new Date(item.modifiedAt),
    authors: item.authors.map(({ name, url }) => ({ name, ...(url && { uri: url }) })),
    categories: item.subjects.map((term) => ({ term })),
    ...(item.summary && { summary: { value: item.summary, type: 'text' } }),
    content: { value: item.html, type: 'html' },
  };
}
