import 'server-only';
import { config } from '#lib/config.ts';
import { endDraftCookie } from '#lib/drafts/draft-cookie.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { sourcePathSchema } from '#lib/subscribers/source-path.ts';
import { refusal } from '../../refusal.ts';

export const dynamic = 'force-dynamic';

/** Back to the page as readers see it. */
export async function POST(request: Request): Promise<Response> {
  const { SITE_URL } = config();
  if (!postedFromSite(request.headers, SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const location = sourcePathSchema.parse(posted.fields.path) ?? '/';
  const headers = { 'cache-control': 'no-store', location, 'set-cookie': endDraftCookie(SITE_URL) };
  return new Response(null, { status: 303, headers });
}
