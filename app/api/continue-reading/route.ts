import 'server-only';
import { config } from '#lib/config.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { continueReading } from '#lib/paywall/continue-reading.ts';
import { readOnFrom, wallId } from '#lib/paywall/gated-part.ts';
import { type Allowance, allowanceOf, meterSeconds, openMeter, sealMeter } from '#lib/paywall/meter.ts';
import { usedUpWords } from '#lib/paywall/meter-words.ts';
import { articlePath, continuePath } from '#lib/site-urls.ts';
import { currentReader, readingOf } from '#lib/subscribers/current-reader.ts';
import { cookieName, cookieOf, cookiesIn, meterCookie } from '#lib/subscribers/reader-cookies.ts';
import { formAnswer } from '../form-answer.ts';
import { type PostedArticle, readPostedArticle } from '../posted-article.ts';

export const dynamic = 'force-dynamic';

/** Spends one of the month's free articles and leads on to where the preview ended. Only the cookie remembers it. */
export async function POST(request: Request): Promise<Response> {
  const posted = await readPostedArticle(request);
  if (posted instanceof Response) return posted;
  const { article, settings } = posted;
  const { SITE_URL, SESSION_SECRET } = config();
  const now = new Date();
  const reading = readingOf(article, settings);
  const rules = reading.meter;
  const meter = openMeter(
    SESSION_SECRET,
    cookieOf(request.headers, cookieName(SITE_URL, 'meter')),
    rules,
    now,
  );
  const reader = await currentReader(cookiesIn(request.headers), reading, now);
  const result = continueReading({ article, reader, meter, rules, archiveRule: settings.archiveRule }, now);
  if (result.kind === 'used-up') return usedUp(posted, allowanceOf(meter, rules));

  const headers = new Headers({ 'cache-control': 'no-store' });
  const after = result.kind === 'spent' ? result.meter : meter;
  if (result.kind === 'spent') {
    const seconds = meterSeconds(after, now);
    headers.append('set-cookie', meterCookie(SITE_URL, sealMeter(SESSION_SECRET, after), seconds));
  }
  const location = `${articlePath(article.language, article.slug)}#${readOnFrom}`;
  if (!posted.asJson) {
    // Whether a browser keeps the cookie shows with its next request only.
    const next = result.kind === 'spent' ? continuePath(article.language, article.slug) : location;
    return formAnswer(next, headers);
  }
  const { left = 0, total = 0 } = allowanceOf(after, rules) ?? {};
  return Response.json({ result: result.kind, left, total, location }, { headers });
}

/** A form goes back to the wall, which says so by itself. */
function usedUp({ article, settings, asJson }: PostedArticle, allowance: Allowance | null): Response {
  const { language, slug } = article;
  const location = `${articlePath(language, slug)}#${wallId}`;
  if (!asJson) return formAnswer(location);
  const { timeZone, wallCopy } = settings;
  const message = allowance
    ? usedUpWords(wallCopy, allowance, { language, timeZone })
    : textsFor(language).wall.noMore;
  const body = { result: 'used-up', message, left: 0, total: allowance?.total ?? 0, location };
  return Response.json(body, { status: 403, headers: { 'cache-control': 'no-store' } });
}
