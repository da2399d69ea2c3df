import 'server-only';
import { config } from '#lib/config.ts';
import { cachedArticleNames } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { holdGift, openGift } from '#lib/paywall/gifts.ts';
import { plainPage } from '#lib/site-server/failure-page.ts';
import { articlePath } from '#lib/site-urls.ts';
import { cookieName, cookieOf, giftCookie } from '#lib/subscribers/reader-cookies.ts';

type Context = { params: Promise<{ token: string }> };

export const dynamic = 'force-dynamic';

/** The link of a gift: puts it into this browser and leads to the article. Nothing is spent, however often. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const language: Language = /^\s*es\b/i.test(request.headers.get('accept-language') ?? '') ? 'es' : 'en';
  const now = new Date();
  try {
    const gift = await openGift(database().db, token, now);
    if (gift.kind !== 'open') return noGift(gift.kind, language);
    const [article] = await cachedArticleNames([gift.articleId]);
    // Taken off, or out of giving: the link means nothing for as long as that lasts.
    if (!article?.giftable) return noGift('ended', language);
    const { SITE_URL } = config();
    const held = holdGift(cookieOf(request.headers, cookieName(SITE_URL, 'gift')), token);
    return answer(303, null, {
      location: articlePath(article.language, article.slug),
      'set-cookie': giftCookie(SITE_URL, held),
    });
  } catch (error) {
    log.error({ event: 'gift.unreadable', err: error });
    const { heading, sentence, retry } = textsFor(language).failure;
    return answer(503, plainPage(language, { heading, sentence, retry }), { 'retry-after': '30' });
  }
}

function noGift(kind: 'unknown' | 'ended', language: Language): Response {
  const { gift } = textsFor(language);
  return kind === 'unknown'
    ? answer(404, plainPage(language, { heading: gift.unknownHeading, sentence: gift.unknownSentence }))
    : answer(410, plainPage(language, { heading: gift.endedHeading, sentence: gift.endedSentence }));
}

/** Never kept, never indexed; the server adds that no other host learns of the address. */
function answer(status: number, page: string | null, more: Record<string, string> = {}): Response {
  const type = page === null ? {} : { 'content-type': 'text/html; charset=utf-8' };
  return new Response(page, {
    status,
    headers: {
      ...type,
      ...more,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}
