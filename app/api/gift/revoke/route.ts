import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { revokeGift } from '#lib/paywall/gifts.ts';
import { giftsPath, signInPath } from '#lib/site-urls.ts';
import { currentReader } from '#lib/subscribers/current-reader.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { cookiesIn } from '#lib/subscribers/reader-cookies.ts';
import { formAnswer } from '../../form-answer.ts';
import { refusal } from '../../refusal.ts';

export const dynamic = 'force-dynamic';

const requestSchema = z.object({ id: z.uuid(), language: languageSchema.catch('en') });

const statuses = { revoked: 200, unknown: 404, failed: 503 } as const;

/** The giver takes a link back: from then on it opens nothing, in whatever browser it was opened before. */
export async function POST(request: Request): Promise<Response> {
  if (!postedFromSite(request.headers, config().SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const parsed = requestSchema.safeParse(posted.fields);
  if (!parsed.success) return refusal(400);
  const { id, language } = parsed.data;
  const now = new Date();
  const reader = await currentReader(cookiesIn(request.headers), null, now);
  if (reader.kind !== 'subscriber') {
    return posted.asJson
      ? Response.json({ result: 'signed-out' }, { status: 401, headers: { 'cache-control': 'no-store' } })
      : formAnswer(signInPath(language, { source: giftsPath(language) }));
  }
  const result = await attempt({ id, giverId: reader.subscriberId }, now);
  if (!posted.asJson) return formAnswer(giftsPath(language, { result }));
  return Response.json({ result }, { status: statuses[result], headers: { 'cache-control': 'no-store' } });
}

async function attempt(gift: Parameters<typeof revokeGift>[1], now: Date): Promise<keyof typeof statuses> {
  try {
    return (await revokeGift(database().db, gift, now)) ? 'revoked' : 'unknown';
  } catch (error) {
    log.error({ event: 'gift.revoke_failed', err: error });
    return 'failed';
  }
}
