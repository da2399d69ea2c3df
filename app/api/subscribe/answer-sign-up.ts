import 'server-only';
import { config } from '#lib/config.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { subscribePath } from '#lib/site-urls.ts';
import { pendingCookie, typedCookie } from '#lib/subscribers/reader-cookies.ts';
import { refusedRequestSchema } from '#lib/subscribers/sign-up-request.ts';
import type { SignUpResult } from '#lib/subscribers/subscribe.ts';

type Result = SignUpResult | { kind: 'invalid' } | { kind: 'failed' };
type Posted = { asJson: boolean; fields: Record<string, unknown> };

const statuses = { accepted: 202, invalid: 422, limited: 429, failed: 503 } as const;

/** JSON gets the status; a form goes to the page that says the result and, after a problem, shows the form again. */
export function answerSignUp(result: Result, { asJson, fields }: Posted): Response {
  const { language, source, email } = refusedRequestSchema.parse(fields);
  const siteUrl = config().SITE_URL;
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (result.kind === 'limited') headers.set('retry-after', String(result.retryAfterSeconds));
  if (result.kind === 'failed') headers.set('retry-after', '30');
  if (result.kind === 'accepted') headers.append('set-cookie', pendingCookie(siteUrl));

  if (asJson) {
    const words = textsFor(language).subscribe.form;
    const message = {
      accepted: words.sent,
      invalid: words.invalid,
      limited: words.tooMany,
      failed: words.failed,
    };
    return Response.json(
      { result: result.kind, message: message[result.kind] },
      { status: statuses[result.kind], headers },
    );
  }
  if (result.kind !== 'accepted') {
    headers.append('set-cookie', typedCookie(siteUrl, subscribePath(language), email));
  }
  headers.set('location', subscribePath(language, { result: result.kind, source }));
  return new Response(null, { status: 303, headers });
}
