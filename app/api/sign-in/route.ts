import 'server-only';
import { config } from '#lib/config.ts';
import { askToSignIn } from '#lib/subscribers/ask-sign-in.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { signInCookie, typedCookie } from '#lib/subscribers/reader-cookies.ts';
import { signInRequestSchema } from '#lib/subscribers/sign-in-request.ts';
import { refusedRequestSchema } from '#lib/subscribers/sign-up-request.ts';
import { openDesk } from '../desk.ts';
import { takePost } from '../take-post.ts';
import { unlessFailed } from '../unless-failed.ts';
import { leadToCode, refuseSignIn } from './answer-sign-in.ts';

export const dynamic = 'force-dynamic';

/** The answer is the same whatever is known of the address: words, status and time. */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const { SITE_URL, TRUSTED_PROXY_HOPS } = config();
  const { language, source, email } = refusedRequestSchema.parse(posted.fields);
  const asked = { posted, language, source };
  const typed = [typedCookie(SITE_URL, JSON.stringify({ email, listIds: null }))];
  const parsed = signInRequestSchema.safeParse(posted.fields);
  if (!parsed.success) return refuseSignIn(asked, { kind: 'invalid' }, 'address', typed);
  const network = clientNetwork(request.headers, TRUSTED_PROXY_HOPS);
  const result = await unlessFailed('sign_in.ask_failed', async () =>
    askToSignIn(await openDesk(), { ...parsed.data, network }, new Date()),
  );
  if (result.kind !== 'accepted') return refuseSignIn(asked, result, 'address', typed);
  return leadToCode(asked, 'accepted', [signInCookie(SITE_URL, result.handle)]);
}
