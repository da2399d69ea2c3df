/** Pages, lists, feeds and files of the whole site, those that are promised among them. */
export function addressesOfSite(needle: string): string[] {
  const perLanguage = [
    ...[
      '/',
      '/sections/environment',
      '/sections/environment/page/2',
      '/sections/environment/feed.xml',
      '/topics/x',
    ],
    ...['/sections/environment/atom.xml', '/sections/environment/feed.json', '/places/tulum/feed.xml'],
    ...['/people/environment-desk/atom.xml', '/people/environment-desk/feed.json', '/topics/x/feed.xml'],
    ...['/people/environment-desk', '/people/environment-desk/feed.xml', '/places/tulum', '/archive/2026/11'],
    ...[
      '/archive/2026/11.json',
      '/most-read',
      '/lite',
      '/events',
      '/live/x',
      '/live/x/updates.json',
      '/pages/about',
    ],
    ...['/pages/about.md', '/newsletter/1', '/account', '/preferences', '/subscribe', '/confirm', '/sign-in'],
    ...[
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/rss.xml',
      '/rss',
      '/feed',
      '/no-such-page',
      '/articles/no-such',
    ],
    ...[
      `/search?q=${needle}`,
      `/search.json?q=${needle}`,
      `/search?q=${needle}&full=1`,
      '/search?q=About',
      '/articles',
    ],
  ];
  return [
    ...perLanguage.flatMap((path) => [path, path === '/' ? '/es' : `/es${path}`]),
    ...[
      '/sitemap.xml',
      '/sitemap/0.xml',
      '/sitemap-index.xml',
      '/news-sitemap.xml',
      '/robots.txt',
      '/llms.txt',
    ],
    ...[
      '/llms-full.txt',
      '/manifest.webmanifest',
      '/.well-known/security.txt',
      '/feed/private.xml',
      `/feed/${'a'.repeat(43)}.xml`,
      '/studio',
    ],
    ...[
      `/api/search?q=${needle}`,
      '/api/health/ready',
      '/api/metrics',
      '/api/staff/subscribers',
      '/api/staff/newsletter',
      '/api/staff/counts',
    ],
    ...[
      '/api/account/data',
      '/api/account',
      '/api/gift',
      '/api/newsletter',
      '/api/articles',
      '/api/most-read',
    ],
    ...[
      '/sanity/seed/articles-opinion.ndjson',
      '/.env',
      '/.next/BUILD_ID',
      '/_next/static/',
      '/package.json',
    ],
  ];
}
