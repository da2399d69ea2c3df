import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { cookieName, cookieOf } from '#lib/subscribers/reader-cookies.ts';
import { sourcePathSchema } from '#lib/subscribers/source-path.ts';
import { takePost } from '../take-post.ts';

const fieldsSchema = z.object({ language: languageSchema.catch('en'), source: sourcePathSchema });

/** A POST from a page of the sign-in, with the handle of the request that its browser has made. */
export async function takeSignInPost(request: Request) {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const handle = cookieOf(request.headers, cookieName(config().SITE_URL, 'sign-in')) ?? '';
  return { posted, handle, ...fieldsSchema.parse(posted.fields) };
}
