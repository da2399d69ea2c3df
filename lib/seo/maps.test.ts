import { beforeAll, describe, expect, test } from 'vitest';
import { pointConfigurationAt } from '#lib/content/a-lake.ts';
import type { FullyMappedArticle } from '#lib/content/sitemap-query.ts';
import { articleEntry, pageEntries } from './map-entries.ts';
import { newsSitemapXml } from './news-sitemap-xml.ts';
import { robotsTxt } from './robots-txt.ts';
import { securityTxt } from './security-txt.ts';
import { sitemapIndexXml, sitemapXml } from './sitemap-xml.ts';
import { webManifest } from './web-manifest.ts';

const site = 'https://news.example';
const now = new Date('2026-06-01T15:30:00Z');

beforeAll(() => pointConfigurationAt('http://localhost'));

const article: FullyMappedArticle = {
  id: 'article-a',
  language: 'es',
  slug: 'platicas',
  headline: 'Pláticas',
  embargoUntil: null,
  firstPublishedAt: '2026-05-31T12:00:00Z',
  publishedAt: '2026-05-31T12:00:00Z',
  updatedAt: '2026-06-01T09:00:00Z',
  noindex: false,
  hideFromNews: false,
  access: 'public',
  hero: null,
  translations: [{ language: 'en', slug: 'talks', embargoUntil: null, noindex: false }],
};

describe('a sitemap', () => {
  test('names a text with its last change, its picture and all its languages, itself among them', () => {
    const hero = {
      ...{ file: `${'a'.repeat(40)}-2400x1600.jpg`, width: 2400, height: 1600, alt: 'Flags' },
      ...{ lqip: null, hotspot: null, crop: null, caption: null, credit: null },
    };
    const text = sitemapXml([articleEntry({ ...article, hero }, site, now)]);
    expect(text).toContain('<loc>https://news.example/es/articles/platicas</loc>');
    expect(text).toContain('<lastmod>2026-06-01T09:00:00Z</lastmod>');
    expect(text.match(/hreflang="[^"]+" href="[^"]+"/g)).toEqual([
      'hreflang="en" href="https://news.example/articles/talks"',
      'hreflang="es" href="https://news.example/es/articles/platicas"',
      'hreflang="x-default" href="https://news.example/articles/talks"',
    ]);
    expect(text).toMatch(/<image:loc>https:\/\/news\.example\/images\/local\/production\/a{40}-[^<]*&amp;/);
  });

  test.each([
    ['under embargo', { embargoUntil: '2026-06-01T16:00:00Z' }],
    ['kept out of search engines', { noindex: true }],
  ])('names no translation that is %s', (_, standing) => {
    const [translation] = article.translations;
    if (!translation) throw new Error('The example has a translation.');
    const entry = articleEntry({ ...article, translations: [{ ...translation, ...standing }] }, site, now);
    expect(entry.alternates).toEqual([]);
    expect(sitemapXml([entry])).not.toContain('hreflang');
  });

  test('of pages holds the front page and each page of the taxonomy in both languages', () => {
    const pages = pageEntries(
      [
        { kind: 'topic', slug: 'reef', language: null, isUsed: true },
        { kind: 'event', slug: 'feast', language: null, isUsed: true },
        { kind: 'page', slug: 'about', language: 'es', isUsed: true },
        { kind: 'liveCoverage', slug: 'storm', language: 'en', isUsed: true },
      ],
      site,
    );
    expect(pages.map(({ url }) => url.replace(site, ''))).toEqual([
      ...['/', '/es', '/events', '/es/events', '/archive', '/es/archive'],
      ...['/topics/reef', '/es/topics/reef', '/events/feast', '/es/events/feast'],
      ...['/es/pages/about', '/live/storm'],
    ]);
  });

  test('nothing that an editor writes ends an element', () => {
    const hostile = {
      ...article,
      headline: 'A & B </news:title><script>\u0000\ud800',
      url: `${site}/x?a=1&b=2`,
    };
    const text = newsSitemapXml([hostile], 'The "Paper" & Sons');
    expect(text).toContain('<news:title>A &amp; B &lt;/news:title&gt;&lt;script&gt;</news:title>');
    expect(text).toContain('<news:name>The &quot;Paper&quot; &amp; Sons</news:name>');
    expect(sitemapIndexXml([`${site}/x?a=1&b=2`])).toContain('<loc>https://news.example/x?a=1&amp;b=2</loc>');
  });
});

describe('robots.txt', () => {
  const rules = { allowTraining: false, allowAnswers: true, refused: [] };
  const groupsOf = (text: string) => text.split('\n\n');

  test('asks those who train models to stay away until an editor lets them in', () => {
    const [refused] = groupsOf(robotsTxt(rules, site));
    expect(refused).toContain('User-agent: GPTBot\n');
    expect(refused).not.toContain('PerplexityBot');
    expect(refused).toMatch(/\nDisallow: \/$/);
    expect(robotsTxt({ ...rules, allowTraining: true }, site)).not.toContain('GPTBot');
    expect(robotsTxt({ ...rules, allowAnswers: false }, site)).toContain('User-agent: PerplexityBot\n');
  });

  test('lets search engines read every page that has something to find, and names the maps', () => {
    const all = robotsTxt(rules, site);
    const everybody = groupsOf(all).find((group) => group.startsWith('User-agent: *')) ?? '';
    expect(everybody).toContain('Disallow: /api/');
    expect(everybody).not.toMatch(/Disallow: \/(?:$|articles|sections|images|es\n)/m);
    expect(all).toContain(
      'Sitemap: https://news.example/sitemap.xml\nSitemap: https://news.example/news-sitemap.xml',
    );
  });

  test('a name from the settings cannot become a rule for everybody', () => {
    const text = robotsTxt({ ...rules, refused: ['Example-Bot', '*', 'x\nUser-agent: *', ''] }, site);
    expect(text).toContain('User-agent: Example-Bot\n');
    expect(text.match(/User-agent: \*/g)).toHaveLength(1);
  });
});

test('security.txt names a contact and an end that is half a year away (RFC 9116)', () => {
  expect(securityTxt('desk@news.example', site, now)).toBe(
    [
      'Contact: mailto:desk@news.example',
      'Expires: 2026-11-28T00:00:00.000Z',
      'Preferred-Languages: en, es',
      'Canonical: https://news.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
  expect(securityTxt(null, site, now)).toBeNull();
});

test('the manifest gives a short name of whole words and icons that a browser can install', () => {
  const manifest = JSON.parse(webManifest({ name: 'Riviera Maya News & Events', tagline: 'News' }));
  expect(manifest).toMatchObject({ short_name: 'Riviera Maya', start_url: '/', display: 'minimal-ui' });
  expect(manifest.icons).toContainEqual(expect.objectContaining({ sizes: '192x192' }));
  expect(manifest.icons).toContainEqual(expect.objectContaining({ sizes: '512x512', purpose: 'maskable' }));
});
