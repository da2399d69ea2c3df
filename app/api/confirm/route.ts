import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { type Confirmation, confirm, type Press } from '#lib/subscribers/confirm.ts';
import { readListChoice } from '#lib/subscribers/list-choice.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { findNewsletterLists } from '../../newsletter-lists.ts';
import { pressOf } from '../press-of.ts';
import { refusal } from '../refusal.ts';
import { answerConfirmation } from './answer-confirmation.ts';

export const dynamic = 'force-dynamic';

const requestSchema = z.object({
  token: z.string().max(200).catch(''),
  language: languageSchema.catch('en'),
});

/** Only this POST spends a token; opening the link shows a page with the button that sends it. */
export async function POST(request: Request): Promise<Response> {
  const { SITE_URL, SESSION_SECRET } = config();
  if (!postedFromSite(request.headers, SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const { token, language } = requestSchema.parse(posted.fields);
  // A list that has ended since the page was shown is left out later, the others hold.
  const choice = readListChoice(posted.fields, null);
  const press: Press = {
    ...pressOf(request),
    token,
    secret: SESSION_SECRET,
    chosen: choice.kind === 'choice' ? choice.listIds : null,
    lists: await findNewsletterLists(),
  };
  return answerConfirmation(await attempt(press), { token, language, asJson: posted.asJson });
}

/** A database that does not answer has spent nothing: the same button works again later. */
async function attempt(press: Press): Promise<Confirmation | { kind: 'failed' }> {
  try {
    return await confirm(database().db, press, new Date());
  } catch (error) {
    log.error({ event: 'confirmation.failed', err: error });
    return { kind: 'failed' };
  }
}
