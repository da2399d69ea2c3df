import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { readerCookies } from './lib/page-cache/reader-variant.ts';

/** Paths that are not pages of a language: they keep their address. Everything else without /es is English. */
const ownAddresses = ['en', 'es', 'api', 'studio', 'images', 'gift', 'feed', '_next']
  .map((name) => `${name}(?:/|$)`)
  .join('|');

/** One question to the whole header instead of one for each name; over TLS the names begin with __Host-. */
function carries(...names: string[]) {
  const value = `(?:.*;\\s*)?(?:__Host-)?(?:${names.join('|')})=.*`;
  return [{ type: 'header' as const, key: 'cookie', value }];
}

/** Who carries one of these reads the reader variant, which looks at it; the public one is cached for everybody. */
const readerCookie = carries(...readerCookies);

/** Who carries this came from Studio, or says so: the draft variant looks at it and is kept for nobody. */
const draftCookie = carries('draft');
const pagesWithDrafts = 'articles|sections|topics|places|people|pages|events|live';
/** Below a page's address, but no page that shows drafts: files for programs, and the lite edition. */
const noDraft = '(?!.*(?:/lite|\\.\\w+|/updates/[^/]+|/opengraph-image)$)';
const withDrafts = ['', '/es'].flatMap((prefix) => {
  const draft = `/${prefix.slice(1) || 'en'}/draft`;
  return [
    { source: prefix || '/', destination: draft },
    { source: `${prefix}/events`, destination: `${draft}/events` },
    {
      source: `${prefix}/:kind(${pagesWithDrafts})/:rest(${noDraft}.*)`,
      destination: `${draft}/:kind/:rest`,
    },
  ];
});

/** What programs read has one route, whatever it is of; it has no drafts and no reader variant. */
const feedFile = ':file(feed\\.xml|atom\\.xml|feed\\.json)';
/** The twin of an article as Markdown is the same for all. */
const pageSlug = ':slug((?!.*\\.md$)[^/]+)';
const feedsAndTwins = (['en', 'es'] as const).flatMap((language) => {
  const prefix = language === 'en' ? '' : `/${language}`;
  return [
    { source: `${prefix}/articles/:slug([^/]+)\\.md`, destination: `/${language}/markdown/:slug` },
    { source: `${prefix}/${feedFile}`, destination: `/${language}/feeds/:file` },
    {
      source: `${prefix}/:kind(sections|topics|places|people)/:slug/${feedFile}`,
      destination: `/${language}/feeds/:file/:kind/:slug`,
    },
  ];
});

/** What programs ask for has one route, whatever it is: its answers are kept like pages, and none is made at build time. */
const forPrograms = [
  {
    source: '/:file(sitemap\\.xml|news-sitemap\\.xml|robots\\.txt|manifest\\.webmanifest)',
    destination: '/for-programs/:file',
  },
  { source: '/sitemap/:file', destination: '/for-programs/sitemap/:file' },
  { source: '/.well-known/security.txt', destination: '/for-programs/security.txt' },
  { source: '/articles/:slug/opengraph-image', destination: '/en/share-image/:slug' },
  { source: '/es/articles/:slug/opengraph-image', destination: '/es/share-image/:slug' },
];

const config: NextConfig = {
  poweredByHeader: false,
  // The server compresses: it has to see whole pages to hash what is inline in them.
  compress: false,
  cacheHandler: fileURLToPath(new URL('./lib/page-cache/cache-handler.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
  // `npm test` checks types; a reader's first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'pg', 'pg-boss', 'drizzle-orm', 'nodemailer', 'sharp'],
  experimental: {
    // The browser's own copy of a page lives for the least time the framework allows.
    staleTimes: { dynamic: 0, static: 30 },
  },
  async redirects() {
    return [
      { source: '/en', destination: '/', permanent: true },
      { source: '/en/:path*', destination: '/:path*', permanent: true },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [
        // The variants have no addresses of their own.
        {
          source: '/:language(es)?/:variant(reader|draft|feeds|markdown|share-image)/:path*',
          destination: '/en/-/no-such-page',
        },
        { source: '/for-programs/:path*', destination: '/en/-/no-such-page' },
        ...withDrafts.map((way) => ({ ...way, has: draftCookie })),
        { source: `/articles/${pageSlug}`, has: readerCookie, destination: '/en/reader/articles/:slug' },
        { source: `/es/articles/${pageSlug}`, has: readerCookie, destination: '/es/reader/articles/:slug' },
      ],
      // After files, so that what lies in public/ and has a route of its own is found first.
      afterFiles: [
        { source: '/', destination: '/en' },
        ...feedsAndTwins,
        ...forPrograms,
        { source: `/:path((?!${ownAddresses}).*)`, destination: '/en/:path' },
      ],
      fallback: [],
    };
  },
};

export default config;
