import 'server-only';
import { cookies } from 'next/headers';
import { config } from '#lib/config.ts';
import {
  cachedFrontPage,
  cachedRedirect,
  cachedSettings,
  cachedSummary,
  keep,
} from '#lib/content/content-cache.ts';
import { LakeUnavailable } from '#lib/content/lake-client.ts';
import { isLanguage, type Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { liteArticle } from '#lib/lite/lite-article.ts';
import { liteFront } from '#lib/lite/lite-front.ts';
import { litePolicy } from '#lib/lite/lite-page.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { failurePage, plainPage } from '#lib/site-server/failure-page.ts';
import { articlePath, litePath } from '#lib/site-urls.ts';
import { readingOf } from '#lib/subscribers/current-reader.ts';
import { visitOf } from '#lib/subscribers/visit.ts';

/** The front page, or the article with this slug, as the lite edition has it for whoever asks. */
export async function answerLite(lang: string, slug?: string): Promise<Response> {
  const language = isLanguage(lang) ? lang : 'en';
  try {
    return slug === undefined ? await front(language) : await article(language, slug);
  } catch (error) {
    if (error instanceof LakeUnavailable) {
      const path = litePath(language, slug);
      return answer(503, failurePage(path), { 'cache-control': 'no-store', 'retry-after': '30' });
    }
    throw error;
  }
}

async function front(language: Language): Promise<Response> {
  const [front, settings] = await Promise.all([
    cachedFrontPage(language, new Date()),
    cachedSettings(language),
  ]);
  const page = liteFront({ front, settings, language, siteUrl: config().SITE_URL });
  return answer(200, page, { ...forAnybody, 'content-security-policy': litePolicy });
}

async function article(language: Language, slug: string): Promise<Response> {
  const now = new Date();
  const summary = await cachedSummary(language, slug);
  if (!summary) return absent(language, slug);
  const { missing } = textsFor(language);
  if (summary.withdrawn) {
    const said = { heading: missing.goneHeading, sentence: missing.goneSentence };
    return answer(410, plainPage(language, said), { 'cache-control': 'no-store' });
  }
  const settings = await cachedSettings(language);
  const { reader } = await visitOf(await cookies(), readingOf(summary, settings), now);
  const { decision, blocks } = await readArticle({ summary, reader, now }, keep);
  const page = liteArticle({
    article: summary,
    blocks,
    isWhole: decision.kind === 'full',
    settings,
    siteUrl: config().SITE_URL,
    now,
  });
  const ofOne = { 'cache-control': 'private, no-store' };
  return answer(200, page, {
    ...(reader.kind === 'anonymous' ? forAnybody : ofOne),
    ...(summary.noindex && { 'x-robots-tag': 'noindex' }),
    'content-security-policy': litePolicy,
  });
}

/** Asked for again each time, and never from a cache for somebody who carries a session. */
const forAnybody = { 'cache-control': 'public, max-age=0, must-revalidate', vary: 'Cookie' };

/** What moved is followed to where it is, in the lite edition. */
async function absent(language: Language, slug: string): Promise<Response> {
  const destination = await cachedRedirect(articlePath(language, slug));
  if (destination) {
    const isArticle = /^(?:\/es)?\/articles\/[^/?#]+$/.test(destination.to);
    const location = isArticle ? `${destination.to}/lite` : destination.to;
    return new Response(null, {
      status: destination.permanent ? 308 : 307,
      headers: { location, 'cache-control': 'public, max-age=0, must-revalidate' },
    });
  }
  const { missing } = textsFor(language);
  const said = { heading: missing.heading, sentence: missing.sentence };
  return answer(404, plainPage(language, said), { 'cache-control': 'no-store' });
}

function answer(status: number, page: string, headers: Record<string, string>): Response {
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
}
