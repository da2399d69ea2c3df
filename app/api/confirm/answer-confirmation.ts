import 'server-only';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { confirmPath, subscribeThanksPath } from '#lib/site-urls.ts';
import type { Confirmation } from '#lib/subscribers/confirm.ts';
import { welcomeCookies } from '../welcome-cookies.ts';

const statuses = {
  confirmed: 200,
  repeated: 200,
  malformed: 400,
  unknown: 404,
  expired: 410,
  used: 410,
  failed: 503,
} as const;

type Result = Confirmation | { kind: 'failed' };
type Asked = { token: string; language: Language; asJson: boolean };

/** Back to where the reader was, with a line of thanks; anything else goes to the page that says why, with its status. */
export function answerConfirmation(result: Result, { token, language, asJson }: Asked): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  const words = textsFor(language);
  if (result.kind === 'confirmed' || result.kind === 'repeated') {
    const token = result.kind === 'confirmed' ? result.sessionToken : null;
    for (const cookie of welcomeCookies(token)) headers.append('set-cookie', cookie);
    const { sourcePath } = result;
    const location = sourcePath ? `${sourcePath}#subscribed` : subscribeThanksPath(language);
    if (!asJson) return redirect(headers, location);
    return Response.json({ result: result.kind, message: words.confirm.thanks, location }, { headers });
  }
  if (!asJson) return redirect(headers, confirmPath(language, token));
  if (result.kind === 'failed') headers.set('retry-after', '30');
  const message = result.kind === 'failed' ? words.failure.sentence : words.confirm.badSentence;
  return Response.json({ result: result.kind, message }, { status: statuses[result.kind], headers });
}

function redirect(headers: Headers, location: string): Response {
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}
