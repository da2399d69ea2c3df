import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { typedCodeSchema } from '#lib/subscribers/sign-in-request.ts';
import { tryCode } from '#lib/subscribers/try-code.ts';
import { pressOf } from '../../press-of.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { refuseSignIn, welcomeBack } from '../answer-sign-in.ts';
import { takeSignInPost } from '../take-sign-in-post.ts';

export const dynamic = 'force-dynamic';

/** The code from a mail, typed in the browser that asked for it. What is no code at all costs no try. */
export async function POST(request: Request): Promise<Response> {
  const asked = await takeSignInPost(request);
  if (asked instanceof Response) return asked;
  const code = typedCodeSchema.safeParse(asked.posted.fields.code);
  if (!code.success) return refuseSignIn(asked, { kind: 'malformed' }, 'code');
  const result = await unlessFailed('sign_in.code_failed', async () => {
    const { SESSION_SECRET: secret, TRUSTED_PROXY_HOPS, LIMITS_FACTOR: limitsFactor } = config();
    const network = clientNetwork(request.headers, TRUSTED_PROXY_HOPS);
    const desk = { db: database().db, secret, limitsFactor };
    return tryCode(desk, { ...pressOf(request), handle: asked.handle, code: code.data, network }, new Date());
  });
  if (result.kind === 'signed-in' || result.kind === 'repeated') return welcomeBack(asked, result);
  return refuseSignIn(asked, result, 'code');
}
