import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { monthDay } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { decideAccess, isOpenToAll } from '#lib/paywall/decide-access.ts';
import { giftToken, giveGift } from '#lib/paywall/gifts.ts';
import { absoluteUrl, articlePath, giftPath, giftsPath, signInPath } from '#lib/site-urls.ts';
import { findSessionOf } from '../account/take-account-post.ts';
import { answerPost } from '../answer-post.ts';
import { formAnswer } from '../form-answer.ts';
import { type PostedArticle, readPostedArticle } from '../posted-article.ts';
import { plainAnswer } from '../refusal.ts';
import { unlessFailed } from '../unless-failed.ts';

export const dynamic = 'force-dynamic';

/** A subscriber gives a closed article away: the answer is the link, or the page that shows it. */
export async function POST(request: Request): Promise<Response> {
  const posted = await readPostedArticle(request);
  if (posted instanceof Response) return posted;
  const now = new Date();
  const found = await findSessionOf(request);
  if (found.kind === 'failed') return saidFailed(posted);
  if (found.session === null) return saidSignedOut(posted);
  const refused = whyNot(posted, now);
  if (refused) {
    const { status, result, message } = refused;
    if (!posted.asJson) return plainAnswer(status, message);
    return Response.json({ result, message }, { status, headers: { 'cache-control': 'no-store' } });
  }
  return give(posted, found.session.subscriberId, now);
}

/** No form of ours offers these. */
function whyNot({ article, settings }: PostedArticle, now: Date) {
  const words = textsFor(article.language).gift;
  if (!article.giftable) return { status: 403, result: 'not-giftable', message: words.notGiven };
  const forAll = decideAccess(article, { kind: 'anonymous' }, settings.archiveRule, now);
  return isOpenToAll(forAll) ? { status: 409, result: 'open', message: words.notClosed } : null;
}

async function give(posted: PostedArticle, giverId: string, now: Date): Promise<Response> {
  const { article, settings, asJson } = posted;
  const { SITE_URL, SESSION_SECRET } = config();
  const { language } = article;
  const desk = {
    ...{ db: database().db, secret: SESSION_SECRET },
    ...{ rules: settings.gift, timeZone: settings.timeZone },
  };
  const giving = await unlessFailed('gift.failed', () =>
    giveGift(desk, { giverId, articleId: article.id }, now),
  );
  if (giving.kind === 'given') {
    const { id, expiresAt } = giving.gift;
    if (!asJson) return formAnswer(giftsPath(language, { id }));
    const url = absoluteUrl(SITE_URL, giftPath(giftToken(SESSION_SECRET, id)));
    return Response.json(
      { result: 'given', id, url, expiresAt },
      { headers: { 'cache-control': 'no-store' } },
    );
  }
  if (giving.kind === 'failed') return saidFailed(posted);
  // An account that ended between two statements is one that has nothing to give.
  if (giving.kind === 'stranger') return saidSignedOut(posted);
  const date = monthDay(giving.renewsAt.toISOString(), language, settings.timeZone);
  return answerPost(posted, {
    status: 429,
    result: 'limited',
    message: textsFor(language).gift.limited(settings.gift.perMonth, date),
    location: giftsPath(language, { result: 'limited' }),
    retryAfterSeconds: Math.ceil((giving.renewsAt.getTime() - now.getTime()) / 1000),
  });
}

/** Whoever is not signed in comes back to the article afterwards. */
function saidSignedOut({ article: { language, slug }, asJson }: PostedArticle): Response {
  return answerPost(
    { asJson },
    {
      status: 401,
      result: 'signed-out',
      message: textsFor(language).gift.signInFirst,
      location: signInPath(language, { source: articlePath(language, slug) }),
    },
  );
}

/** Nothing was given, and nobody was signed out: the database does not answer. */
function saidFailed({ article: { language }, asJson }: PostedArticle): Response {
  return answerPost(
    { asJson },
    {
      status: 503,
      result: 'failed',
      message: textsFor(language).failure.sentence,
      location: giftsPath(language, { result: 'failed' }),
      retryAfterSeconds: 30,
    },
  );
}
