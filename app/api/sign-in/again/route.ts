import 'server-only';
import { config } from '#lib/config.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { sendSignInAgain } from '#lib/subscribers/sign-in-again.ts';
import { openDesk } from '../../desk.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { leadToCode, refuseSignIn } from '../answer-sign-in.ts';
import { takeSignInPost } from '../take-sign-in-post.ts';

export const dynamic = 'force-dynamic';

/** One more mail, for the request that this browser has made. */
export async function POST(request: Request): Promise<Response> {
  const asked = await takeSignInPost(request);
  if (asked instanceof Response) return asked;
  const { handle, source } = asked;
  const language = languageSchema.nullable().catch(null).parse(asked.posted.fields.language);
  const network = clientNetwork(request.headers, config().TRUSTED_PROXY_HOPS);
  const result = await unlessFailed('sign_in.again_failed', async () =>
    sendSignInAgain(await openDesk(), { handle, language, source, network }, new Date()),
  );
  return result.kind === 'accepted' ? leadToCode(asked, 'again') : refuseSignIn(asked, result, 'code');
}
