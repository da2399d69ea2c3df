import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

/** Paths that are not pages of a language: they keep their address. Everything else without /es is English. */
const ownAddresses = ['en', 'es', 'api', 'studio', 'images', 'gift', '_next']
  .map((name) => `${name}(?:/|$)`)
  .join('|');

/** Who carries one of these reads the reader variant, which looks at it; the public one is cached for everybody. */
const readerCookies = ['session', '__Host-session'];

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
        // The reader variant has no address of its own.
        { source: '/:language(es)?/reader/:path*', destination: '/en/-/no-such-page' },
        ...readerCookies.flatMap((key) => [
          {
            source: '/articles/:slug',
            has: [{ type: 'cookie' as const, key }],
            destination: '/en/reader/articles/:slug',
          },
          {
            source: '/es/articles/:slug',
            has: [{ type: 'cookie' as const, key }],
            destination: '/es/reader/articles/:slug',
          },
        ]),
      ],
      // After files, so that what lies in public/ and has a route of its own is found first.
      afterFiles: [
        { source: '/', destination: '/en' },
        { source: `/:path((?!${ownAddresses}).*)`, destination: '/en/:path' },
      ],
      fallback: [],
    };
  },
};

export default config;
