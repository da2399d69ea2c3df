import 'server-only';
import { config } from '#lib/config.ts';
import { cachedSettings, keep } from '#lib/content/content-cache.ts';
import { cachedFeedArticles } from '#lib/content/feed-cache.ts';
import { isSubjectKind, type Subject } from '#lib/content/subject.ts';
import { cachedSubject } from '#lib/content/subject-cache.ts';
import { composeFeed } from '#lib/feeds/compose-feed.ts';
import { writeFeed } from '#lib/feeds/write-feed.ts';
import { isLanguage, type Language } from '#lib/i18n/language.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import type { FeedFormat } from '#lib/site-urls.ts';
import { keptText } from '../../../../kept-text.ts';

type Context = { params: Promise<{ lang: string; file: string; of?: string[] }> };

/** Kept like a page: made on the first request, cleared by what it is made of, no older than this anyway. */
export const dynamic = 'force-static';
export const revalidate = 300;

/** None at build time, when there need be no lake. */
export function generateStaticParams() {
  return [];
}

const formats: Partial<Record<string, FeedFormat>> = {
  'feed.xml': 'rss',
  'atom.xml': 'atom',
  'feed.json': 'json',
};

/** A feed of the site, a section, a topic, a place or a person, as anybody may read it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, file, of = [] } = await params;
  const format = formats[file];
  const subject = isLanguage(lang) ? await subjectAt(lang, of) : 'unknown';
  if (!format || !isLanguage(lang) || subject === 'unknown')
    return keptText(404, 'text/plain', 'There is no such feed.\n');
  const now = new Date();
  const [{ articles, nextAt }, settings] = await Promise.all([
    cachedFeedArticles(lang, subject, now),
    cachedSettings(lang),
  ]);
  const siteUrl = config().SITE_URL;
  const reader = { kind: 'anonymous' } as const;
  const { feed, closesAt } = await composeFeed(
    { language: lang, subject, articles, settings, siteUrl, reader, now },
    keep,
  );
  for (const instant of [nextAt, closesAt]) if (instant) markEnd(instant);
  const { text, headers } = writeFeed(feed, format);
  return new Response(text, {
    headers: { ...headers, 'cache-control': 'public, max-age=0, must-revalidate' },
  });
}

/** Null is the whole site. */
async function subjectAt(language: Language, of: string[]): Promise<Subject | 'unknown' | null> {
  const [kind, slug, ...more] = of;
  if (kind === undefined) return null;
  if (slug === undefined || more.length > 0 || !isSubjectKind(kind)) return 'unknown';
  return (await cachedSubject(language, kind, slug)) ?? 'unknown';
}
