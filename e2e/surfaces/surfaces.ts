export type Surface = { name: string; path: string };

/**
 * The one table of surfaces. Whoever builds a list, feed, map or variant adds a line: embargo, legal hold and
 * withdrawal are then tested on it.
 */

const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Cancun' })
  .format(new Date())
  .split('-');

/** What names a new English story of the section Environment, by its slug, when it is the newest of all. */
export const listsThatName: Surface[] = [
  { name: 'front page', path: '/' },
  { name: 'front page, lite', path: '/lite' },
  { name: 'section', path: '/sections/environment' },
  { name: 'topic', path: '/topics/sargassum' },
  { name: 'place', path: '/places/quintana-roo' },
  { name: 'writer', path: '/people/environment-desk' },
  { name: 'llms.txt', path: '/llms.txt' },
  { name: 'archive of its month', path: `/archive/${year}/${month}` },
  { name: 'related stories', path: '/articles/where-the-sargassum-comes-from' },
  { name: 'latest of an unknown page', path: '/nothing-is-here' },
  { name: 'RSS', path: '/feed.xml' },
  { name: 'Atom', path: '/atom.xml' },
  { name: 'JSON Feed', path: '/feed.json' },
  { name: 'feed of the section', path: '/sections/environment/feed.xml' },
  { name: 'feed of a topic', path: '/topics/sargassum/atom.xml' },
  { name: 'feed of a place', path: '/places/quintana-roo/feed.json' },
  { name: 'feed of its writer', path: '/people/environment-desk/feed.xml' },
  { name: 'sitemap', path: '/sitemap/en-1.xml' },
  { name: 'news sitemap', path: '/news-sitemap.xml' },
];

const reference = (id: string) => ({ _type: 'reference', _ref: id, _key: id });

/** What makes a story the nearest of all to the one under which related stories are looked for. */
export const relations = {
  topics: ['topic-sargassum', 'topic-beaches', 'topic-reef'].map(reference),
  places: ['place-quintana-roo', 'place-puerto-morelos'].map(reference),
};

/** Where the story itself is read. */
export function addressesOf(slug: string): Surface[] {
  const path = `/articles/${slug}`;
  return [
    { name: 'article', path },
    { name: 'lite edition', path: `${path}/lite` },
    { name: 'Markdown', path: `${path}.md` },
    { name: 'share card', path: `${path}/opengraph-image` },
  ];
}
