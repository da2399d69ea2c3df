import 'server-only';
import { cookies } from 'next/headers';
import { config } from '#lib/config.ts';
import { draftCookieName } from '#lib/drafts/draft-cookie.ts';
import { isDraftPass } from '#lib/drafts/draft-pass.ts';
import { markDraft } from '#lib/page-cache/response-status.ts';

/**
 * Whether whoever asks came from Studio. If so, everything that is asked for this page from here on comes with drafts,
 * and nothing of it is kept; so this stands before the first question. Without a good pass nothing changes.
 */
export async function enterDraft(): Promise<boolean> {
  const site = config();
  const pass = (await cookies()).get(draftCookieName(site.SITE_URL))?.value;
  if (!isDraftPass(pass, site, new Date())) return false;
  markDraft();
  return true;
}
