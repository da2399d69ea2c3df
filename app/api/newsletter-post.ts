import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { type NewsletterTokenHolder, openNewsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { answerPost, type Posted } from './answer-post.ts';

export type NewsletterPost = {
  posted: Posted;
  language: Language;
  token: string;
  holder: NewsletterTokenHolder;
};

/** A page of newsletters, by a mail's token and what came of a form. */
export type NewsletterPage = (language: Language, parameters: Record<string, string | null>) => string;

const fieldsSchema = z.object({
  token: z.string().max(200).catch(''),
  language: languageSchema.catch('en'),
});

/** Whose newsletters a form is about, by the token of a mail and no session; or the answer to a token that is none. */
export function readNewsletterPost(posted: Posted, page: NewsletterPage): NewsletterPost | Response {
  const { token, language } = fieldsSchema.parse(posted.fields);
  const holder = openNewsletterToken(config().SESSION_SECRET, token);
  if (holder) return { posted, language, token, holder };
  return answerPost(posted, {
    status: 404,
    result: 'unknown',
    message: textsFor(language).unsubscribe.badSentence,
    location: page(language, { token }),
  });
}

/** Nothing was changed. */
export function newsletterPostFailed(
  { posted, language, token }: NewsletterPost,
  page: NewsletterPage,
): Response {
  return answerPost(posted, {
    status: 503,
    result: 'failed',
    message: textsFor(language).account.failed,
    location: page(language, { token, result: 'failed' }),
    retryAfterSeconds: 30,
  });
}
