import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import {
  cachedFileCounts,
  cachedMappedArticles,
  cachedMappedPages,
  cachedNews,
} from '#lib/content/sitemap-cache.ts';
import { isLanguage } from '#lib/i18n/language.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import { articleEntry, pageEntries } from '#lib/seo/map-entries.ts';
import { newsSitemapXml } from '#lib/seo/news-sitemap-xml.ts';
import { robotsTxt } from '#lib/seo/robots-txt.ts';
import { securityTxt } from '#lib/seo/security-txt.ts';
import { sitemapIndexXml, sitemapXml } from '#lib/seo/sitemap-xml.ts';
import { webManifest } from '#lib/seo/web-manifest.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';

const xml = 'application/xml; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
const dayMs = 86_400_000;

/** What programs ask the site for: maps for search engines, rules for crawlers, whom to warn, what to install. */
export async function answerFile(file: string, now: Date): Promise<Response> {
  const siteUrl = config().SITE_URL;
  switch (file) {
    case 'robots.txt':
      return answer(robotsTxt((await cachedSettings('en')).crawlers, siteUrl), plain);
    case 'security.txt': {
      markEnd(new Date(now.getTime() + dayMs));
      return answer(securityTxt((await cachedSettings('en')).contactEmail, siteUrl, now), plain);
    }
    case 'manifest.webmanifest':
      return answer(webManifest(await cachedSettings('en')), 'application/manifest+json; charset=utf-8');
    case 'news-sitemap.xml':
      return answer(await newsSitemap(siteUrl, now), xml);
    case 'sitemap.xml':
      return answer(await sitemapIndex(siteUrl), xml);
    case 'sitemap/pages.xml':
      return answer(sitemapXml(pageEntries(await cachedMappedPages(), siteUrl)), xml);
    default:
      return answer(await articleSitemap(file, siteUrl, now), xml);
  }
}

async function newsSitemap(siteUrl: string, now: Date): Promise<string> {
  const [{ articles, nextAt }, { name }] = await Promise.all([cachedNews(now), cachedSettings('en')]);
  if (nextAt) markEnd(nextAt);
  const entries = articles.map(({ language, slug, headline, firstPublishedAt }) => ({
    ...{ language, headline, firstPublishedAt },
    url: absoluteUrl(siteUrl, articlePath(language, slug)),
  }));
  return newsSitemapXml(entries, name);
}

async function sitemapIndex(siteUrl: string): Promise<string> {
  const counts = await cachedFileCounts();
  const files = counts.flatMap(({ language, files }) =>
    Array.from({ length: files }, (_, index) => `${language}-${index + 1}`),
  );
  return sitemapIndexXml(['pages', ...files].map((name) => absoluteUrl(siteUrl, `/sitemap/${name}.xml`)));
}

const articleFile = /^sitemap\/(?<language>[a-z]{2})-(?<number>[1-9]\d{0,3})\.xml$/;

async function articleSitemap(file: string, siteUrl: string, now: Date): Promise<string | null> {
  const { language = '', number } = articleFile.exec(file)?.groups ?? {};
  if (!isLanguage(language)) return null;
  const counts = await cachedFileCounts();
  const files = counts.find((count) => count.language === language)?.files ?? 0;
  if (Number(number) > files) return null;
  const { articles, nextAt } = await cachedMappedArticles(language, Number(number), now);
  if (nextAt) markEnd(nextAt);
  return sitemapXml(articles.map((article) => articleEntry(article, siteUrl, now)));
}

/** null: there is no such file. */
function answer(text: string | null, type: string): Response {
  const headers = { 'cache-control': 'public, max-age=0, must-revalidate' };
  return text === null
    ? new Response('There is no such file.\n', {
        status: 404,
        headers: { ...headers, 'content-type': plain },
      })
    : new Response(text, { headers: { ...headers, 'content-type': type } });
}
