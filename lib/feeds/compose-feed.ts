import type { Summary } from '#lib/content/article.ts';
import { BadDocument } from '#lib/content/lake-client.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Subject } from '#lib/content/subject.ts';
import { subjectPaths } from '#lib/content/subject-paths.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { absoluteUrl, type FeedFormat, feedPath, frontPath } from '#lib/site-urls.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedItem } from './feed-item.ts';

type Asked = {
  language: Language;
  subject: Subject | null;
  articles: Summary[];
  settings: Pick<SiteSettings, 'name' | 'tagline' | 'timeZone'>;
  siteUrl: string;
  reader: Reader;
  now: Date;
};

/** Articles in a feed. */
const feedLength = 30;

type Keep = Parameters<typeof readArticle>[1];

const formats: FeedFormat[] = ['rss', 'atom', 'json'];

/** The page that shows what the feed brings. */
function feedPagePath(language: Language, subject: Pick<Subject, 'kind' | 'slug'> | null): string {
  return subject ? subjectPaths[subject.kind](language, subject.slug) : frontPath(language);
}

/**
 * A feed as its reader may have it: each article goes through the same door as its page. `closesAt` is when the first of
 * its texts closes, so that no copy is served from then on.
 */
export async function composeFeed(asked: Asked, keep: Keep): Promise<{ feed: Feed; closesAt: Date | null }> {
  const { language, subject, settings, siteUrl, articles, reader } = asked;
  const words = textsFor(language).feeds;
  const page = feedPagePath(language, subject);
  const chosen = articles.filter((article) => belongs(article, reader)).slice(0, feedLength);
  const read = await Promise.all(chosen.map((summary) => readForFeed(summary, asked, keep)));
  const present = read.filter((one) => one !== null);
  const closing = present.map(({ closesAt }) => closesAt).filter((instant) => instant !== null);
  const feed: Feed = {
    title: subject ? words.of(subject.title, settings.name) : settings.name,
    description: subject
      ? (subject.description ?? words.about(subject.title))
      : (settings.tagline ?? words.latest(settings.name)),
    language,
    pageUrl: absoluteUrl(siteUrl, page),
    urls: Object.fromEntries(formats.map((format) => [format, absoluteUrl(siteUrl, feedPath(page, format))])),
    siteName: settings.name,
    iconUrl: absoluteUrl(siteUrl, '/touch-icon.png'),
    items: present.map(({ item }) => item),
  };
  return { feed, closesAt: closing.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

/** Public feeds are read by search engines, too. */
function belongs({ noindex }: Summary, reader: Reader): boolean {
  return !noindex || reader.kind !== 'anonymous';
}

/** Null: the text breaks the schema. Its own page fails; a feed goes on without it, as lists do. */
async function readForFeed(
  summary: Summary,
  { reader, siteUrl, settings, now }: Asked,
  keep: Keep,
): Promise<{ item: FeedItem; closesAt: Date | null } | null> {
  try {
    const { decision, blocks, fullUntil } = await readArticle({ summary, reader, now }, keep);
    const item = feedItem({ article: summary, decision, blocks, siteUrl, timeZone: settings.timeZone });
    return { item, closesAt: fullUntil };
  } catch (error) {
    if (error instanceof BadDocument) return null;
    throw error;
  }
}
