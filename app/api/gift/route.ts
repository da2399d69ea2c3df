import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { monthDay } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { decideAccess, isOpenToAll } from '#lib/paywall/decide-access.ts';
import { giftToken, giveGift } from '#lib/paywall/gifts.ts';
import { absoluteUrl, articlePath, giftPath, giftsPath, signInPath } from '#lib/site-urls.ts';
import { currentReader } from '#lib/subscribers/current-reader.ts';
import { cookiesIn } from '#lib/subscribers/reader-cookies.ts';
import { formAnswer } from '../form-answer.ts';
import { type PostedArticle, readPostedArticle } from '../posted-article.ts';
import { plainAnswer } from '../refusal.ts';

export const dynamic = 'force-dynamic';

/** A subscriber gives a closed article away: the answer is the link, or the page that shows it. */
export async function POST(request: Request): Promise<Response> {
  const posted = await readPostedArticle(request);
  if (posted instanceof Response) return posted;
  const { article, asJson } = posted;
  const { language } = article;
  const now = new Date();
  const reader = await currentReader(cookiesIn(request.headers), null, now);
  if (reader.kind !== 'subscriber') {
    const source = articlePath(language, article.slug);
    if (!asJson) return formAnswer(signInPath(language, { source }));
    return said(401, 'signed-out', textsFor(language).gift.signInFirst);
  }
  const refused = whyNot(posted, now);
  if (refused) {
    return asJson
      ? said(refused.status, refused.result, refused.message)
      : plainAnswer(refused.status, refused.message);
  }
  return give(posted, reader.subscriberId, now);
}

/** No form of ours offers these. */
function whyNot({ article, settings }: PostedArticle, now: Date) {
  const words = textsFor(article.language).gift;
  if (!article.giftable) return { status: 403, result: 'not-giftable', message: words.notGiven };
  const forAll = decideAccess(article, { kind: 'anonymous' }, settings.archiveRule, now);
  return isOpenToAll(forAll) ? { status: 409, result: 'open', message: words.notClosed } : null;
}

async function give({ article, settings, asJson }: PostedArticle, giverId: string, now: Date) {
  const { SITE_URL, SESSION_SECRET } = config();
  const { language } = article;
  const { gift: words, failure } = textsFor(language);
  const desk = {
    ...{ db: database().db, secret: SESSION_SECRET },
    ...{ rules: settings.gift, timeZone: settings.timeZone },
  };
  const giving = await giveGift(desk, { giverId, articleId: article.id }, now).catch((error: unknown) => {
    log.error({ event: 'gift.failed', err: error });
    return { kind: 'failed' } as const;
  });
  if (giving.kind === 'given') {
    const { id, expiresAt } = giving.gift;
    if (!asJson) return formAnswer(giftsPath(language, { id }));
    const url = absoluteUrl(SITE_URL, giftPath(giftToken(SESSION_SECRET, id)));
    return Response.json(
      { result: 'given', id, url, expiresAt },
      { headers: { 'cache-control': 'no-store' } },
    );
  }
  // An account that ended between two statements is one that has nothing to give.
  if (giving.kind === 'stranger') return said(401, 'signed-out', words.signInFirst);
  if (!asJson) return formAnswer(giftsPath(language, { result: giving.kind }));
  if (giving.kind === 'failed') return said(503, 'failed', failure.sentence, 30);
  const date = monthDay(giving.renewsAt.toISOString(), language, settings.timeZone);
  const seconds = Math.ceil((giving.renewsAt.getTime() - now.getTime()) / 1000);
  return said(429, 'limited', words.limited(settings.gift.perMonth, date), seconds);
}

function said(status: number, result: string, message: string, retryAfterSeconds?: number): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return Response.json({ result, message }, { status, headers });
}
