import type { CrawlerRules } from '#lib/content/crawler-rules.ts';

/** Programs that gather texts to train models with, by the names that their makers publish. */
const trainers = [
  'AI2Bot',
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'Google-Extended',
  'GPTBot',
  'meta-externalagent',
  'Omgilibot',
  'PanguBot',
  'Timpibot',
];

/** Programs that look pages up to answer somebody's question, mostly with a link. */
const answerers = [
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'DuckAssistBot',
  'meta-externalfetcher',
  'MistralAI-User',
  'OAI-SearchBot',
  'Perplexity-User',
  'PerplexityBot',
];

/** Addresses that hold nothing to find: what a form answers, what only its reader sees, endless combinations. */
const closed = [
  ...['/api/', '/studio', '/gift/', '/feed/'],
  ...[
    '/account',
    '/confirm',
    '/continue',
    '/gifts',
    '/preferences',
    '/search',
    '/sign-in',
    '/unsubscribe',
  ].flatMap((path) => [path, `/es${path}`]),
];

/** RFC 9309. What an editor wants to be left out of search engines stays open here: they must be able to read that. */
export function robotsTxt(rules: CrawlerRules, siteUrl: string): string {
  const refused = [
    ...(rules.allowTraining ? [] : trainers),
    ...(rules.allowAnswers ? [] : answerers),
    ...rules.refused.filter(isProductToken),
  ];
  const groups = [
    ...(refused.length > 0
      ? [[...[...new Set(refused)].map((name) => `User-agent: ${name}`), 'Disallow: /']]
      : []),
    ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)],
    ['sitemap.xml', 'news-sitemap.xml'].map((file) => `Sitemap: ${new URL(file, siteUrl).href}`),
  ];
  return groups.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** What may stand as a name in a robots file: anything else could begin a line of its own, or name everybody. */
function isProductToken(name: string): boolean {
  return /^[A-Za-z0-9_.-]{1,60}$/.test(name);
}
