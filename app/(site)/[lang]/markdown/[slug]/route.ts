import 'server-only';
import { config } from '#lib/config.ts';
import { cachedRedirect, cachedSettings, cachedSummary, keep } from '#lib/content/content-cache.ts';
import { articleMarkdown } from '#lib/feeds/article-markdown.ts';
import { isLanguage, type Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';
import { keptText } from '../../../kept-text.ts';

type Context = { params: Promise<{ lang: string; slug: string }> };

/** Kept like the page that it is the twin of. */
export const dynamic = 'force-static';
export const revalidate = 300;

export function generateStaticParams() {
  return [];
}

const markdown = 'text/markdown';

/** An article as Markdown, as anybody may read it: the same for all, whatever cookies they carry. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params;
  const language = isLanguage(lang) ? lang : 'en';
  const { missing } = textsFor(language);
  const summary = await cachedSummary(language, slug);
  if (!summary) return (await moved(language, slug)) ?? keptText(404, 'text/plain', `${missing.heading}\n`);
  if (summary.withdrawn) return keptText(410, 'text/plain', `${missing.goneHeading}\n`);
  const [{ decision, blocks, fullUntil }, { timeZone }] = await Promise.all([
    readArticle({ summary, reader: { kind: 'anonymous' }, now: new Date() }, keep),
    cachedSettings(language),
  ]);
  if (fullUntil) markEnd(fullUntil);
  const siteUrl = config().SITE_URL;
  const page = absoluteUrl(siteUrl, articlePath(language, slug));
  return keptText(200, markdown, articleMarkdown({ article: summary, decision, blocks, siteUrl, timeZone }), {
    link: `<${page}>; rel="canonical"`,
    ...(summary.noindex && { 'x-robots-tag': 'noindex' }),
  });
}

/** To the twin of where the article is now; null: nobody knows. */
async function moved(language: Language, slug: string): Promise<Response | null> {
  const destination = await cachedRedirect(articlePath(language, slug));
  if (!destination) return null;
  const isArticle = /^(?:\/es)?\/articles\/[^/?#]+$/.test(destination.to);
  const headers = {
    location: isArticle ? `${destination.to}.md` : destination.to,
    'cache-control': 'public, max-age=0, must-revalidate',
  };
  return new Response(null, { status: destination.permanent ? 308 : 307, headers });
}
