import type { OutgoingHttpHeaders } from 'node:http';

type Named = { name: string; headers: OutgoingHttpHeaders };

const crawlers = [
  'Googlebot/2.1 (+http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; Googlebot-News)',
  'Mozilla/5.0 AppleWebKit/537.36 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  ...['Twitterbot/1.0', 'ClaudeBot/1.0', 'PerplexityBot/1.0', 'CCBot/2.0', 'LinkedInBot/1.0', 'Slackbot 1.0'],
  ...[
    'archive.org_bot',
    'Mediapartners-Google',
    'AdsBot-Google',
    'Google-InspectionTool/1.0',
    'curl/8.0',
    '',
  ],
];

const segments = (slug: string) => [
  ...['/_tree', '/_full', '/_index', '/_head', '/__PAGE__', '/', `/reader/articles/${slug}`, '../reader'],
  ...['/$d$lang', '/$d$lang/articles', '/$d$lang/articles/$d$slug', '/$d$lang/articles/$d$slug/__PAGE__'],
  ...['/!KHNpdGUp', '/!KHNpdGUp/$d$lang', '/!KHNpdGUp/$d$lang/articles/$d$slug/__PAGE__'],
  ...['/!KHNpdGUp/$d$lang/reader/articles/$d$slug/__PAGE__', '/$d$lang/reader/articles/$d$slug/__PAGE__'],
];

/** As a browser that stands on the reader variant would say. */
const treeOfReader = (slug: string) => {
  const page = { children: ['__PAGE__', {}] };
  const tree = { children: ['articles', { children: [['slug', slug, 'd'], page] }] };
  const inner = { children: [['lang', 'en', 'd'], { children: ['reader', tree] }] };
  return encodeURIComponent(JSON.stringify(['', { children: ['(site)', inner] }, null, null, true]));
};

/** Headers that name another path to whoever believes them. */
const pathNames = [
  ...[
    'x-matched-path',
    'x-invoke-path',
    'x-invoke-output',
    'x-original-url',
    'x-rewrite-url',
    'x-original-uri',
  ],
  ...[
    'x-forwarded-uri',
    'x-forwarded-path',
    'x-forwarded-prefix',
    'x-middleware-rewrite',
    'x-nextjs-rewrite',
  ],
  ...[
    'x-nextjs-rewritten-path',
    'x-nextjs-matched-path',
    'x-nextjs-redirect',
    'x-middleware-redirect',
    'next-url',
  ],
  ...[
    'x-accel-redirect',
    'x-sendfile',
    'content-location',
    'referer',
    'x-now-route-matches',
    'x-envoy-original-path',
  ],
];

export function hostileHeaders({ slug, path }: { slug: string; path: string }): Named[] {
  const reader = `/en/reader/articles/${slug}`;
  const rsc = { rsc: '1' };
  const rows: [string, OutgoingHttpHeaders][] = [
    ['page data', rsc],
    ['page data, prefetched', { ...rsc, 'next-router-prefetch': '1' }],
    ['page data, prefetched whole', { ...rsc, 'next-router-prefetch': '2' }],
    ['a prefetch without page data', { 'next-router-prefetch': '1' }],
    ['a prefetch at run time', { ...rsc, 'next-router-prefetch': '3' }],
    ...segments(slug).flatMap((segment): [string, OutgoingHttpHeaders][] => [
      [
        `segment ${segment}`,
        { ...rsc, 'next-router-prefetch': '1', 'next-router-segment-prefetch': segment },
      ],
    ]),
    [
      'the reader variant’s tree',
      { ...rsc, 'next-router-state-tree': treeOfReader(slug), 'next-url': reader },
    ],
    ['a broken tree', { ...rsc, 'next-router-state-tree': '%5B' }],
    ['a refresh', { ...rsc, 'next-hmr-refresh': '1', 'next-router-stale-time': '0' }],
    ...pathNames.flatMap((name): [string, OutgoingHttpHeaders][] => [
      [`${name}`, { [name]: reader }],
      [`${name} with page data`, { [name]: reader, ...rsc }],
      [`${name} as a route`, { [name]: '/[lang]/reader/articles/[slug]', 'x-invoke-status': '200' }],
    ]),
    [
      'x-invoke-query',
      { 'x-invoke-query': encodeURIComponent('{"variant":"reader"}'), 'x-invoke-path': reader },
    ],
    [
      'x-middleware-subrequest',
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    ],
    [
      'x-middleware-subrequest of proxy',
      { 'x-middleware-subrequest': 'src/proxy:proxy:proxy:proxy:proxy:proxy' },
    ],
    [
      'x-middleware-next',
      { 'x-middleware-next': '1', 'x-middleware-invoke': '1', 'x-middleware-prefetch': '1' },
    ],
    [
      'x-middleware-override-headers',
      {
        'x-middleware-override-headers': 'cookie',
        'x-middleware-request-cookie': `session=${'a'.repeat(43)}`,
      },
    ],
    ['x-middleware-set-cookie', { 'x-middleware-set-cookie': `session=${'a'.repeat(43)}` }],
    ['x-nextjs-data', { 'x-nextjs-data': '1' }],
    [
      'x-nextjs-postponed',
      { 'x-nextjs-postponed': '1', 'next-resume': '1', 'x-next-resume-state-length': '2' },
    ],
    ['x-nextjs-html-request-id', { 'x-nextjs-html-request-id': 'x', 'x-nextjs-request-id': 'x' }],
    ['x-prerender-revalidate', { 'x-prerender-revalidate': 'x', 'x-prerender-revalidate-if-generated': '1' }],
    ['x-prerender-bypass', { 'x-prerender-bypass': '1', 'x-vercel-protection-bypass': '1' }],
    [
      'x-next-revalidated-tags',
      { 'x-next-revalidated-tags': 'settings', 'x-next-revalidate-tag-token': 'x' },
    ],
    [
      'our own inner headers',
      { 'x-page-script-hashes': 'x', 'x-next-cache-tags': 'x', 'x-nextjs-cache': 'HIT' },
    ],
    ['a server action', { 'next-action': 'a'.repeat(40) }],
    ['a server action with page data', { 'next-action': 'a'.repeat(42), ...rsc, accept: 'text/x-component' }],
    [
      'x-forwarded-host',
      { 'x-forwarded-host': 'other.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '1' },
    ],
    ['x-forwarded-for the machine itself', { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' }],
    ['forwarded', { forwarded: 'for=127.0.0.1;host=other.example;proto=https' }],
    ['another host', { host: 'other.example' }],
    ['the lake’s host', { host: 'localhost:3333' }],
    [
      'another method by header',
      { 'x-http-method-override': 'POST', 'x-http-method': 'PUT', 'x-method-override': 'PUT' },
    ],
    ['a bearer', { authorization: `Bearer ${'a'.repeat(43)}` }],
    ['a name and a password', { authorization: `Basic ${Buffer.from('editor:editor').toString('base64')}` }],
    [
      'x-user',
      { 'x-user': 'editor', 'x-role': 'administrator', 'x-subscriber': '1', 'x-authenticated': 'true' },
    ],
    ['a range', { range: 'bytes=0-' }],
    ['a range of the middle', { range: 'bytes=2000-400000' }],
    ['a range from the end', { range: 'bytes=-200000', 'if-range': '"x"' }],
    ['any tag', { 'if-none-match': '*' }],
    ['an old date', { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }],
    ['no cache', { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' }],
    ...[
      'text/markdown',
      'application/json',
      'text/x-component',
      'application/ld+json',
      'text/plain',
      'image/*',
    ].map((accept): [string, OutgoingHttpHeaders] => [`accept ${accept}`, { accept }]),
    ['a prefetch of the browser', { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' }],
    ['less data', { 'save-data': 'on' }],
    ['Spanish', { 'accept-language': 'es' }],
    ['a page of ours', { referer: `http://localhost${path}`, 'sec-fetch-site': 'same-origin' }],
    ['a search engine’s referrer', { referer: 'https://www.google.com/' }],
    ['a newsletter’s referrer', { referer: 'https://mail.example/?utm_source=newsletter' }],
    ...crawlers.map((agent): [string, OutgoingHttpHeaders] => [
      `as ${agent || 'nobody'}`,
      { 'user-agent': agent },
    ]),
  ];
  return rows.map(([name, headers]) => ({ name, headers }));
}
