import 'server-only';
import { config } from '#lib/config.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import type { Posted } from './answer-post.ts';
import { refusal } from './refusal.ts';

/** The fields of a POST that a page of this site or a program sent, or the answer that refuses it. */
export async function takePost(request: Request): Promise<Posted | Response> {
  if (!postedFromSite(request.headers, config().SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  return posted.kind === 'refused' ? refusal(posted.status) : posted;
}
