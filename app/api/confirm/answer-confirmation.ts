import 'server-only';
import { config } from '#lib/config.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { confirmPath, subscribeThanksPath } from '#lib/site-urls.ts';
import type { Confirmation } from '#lib/subscribers/confirm.ts';
import { endPendingCookie, hintCookie, sessionCookie } from '#lib/subscribers/reader-cookies.ts';

const statuses = {
  confirmed: 200,
  repeated: 200,
  malformed: 400,
  unknown: 404,
  expired: 410,
  used: 410,
} as const;

type Asked = { token: string; language: Language; asJson: boolean };

/** Back to where the reader was, with a line of thanks; a dead link goes to the page that says so with its status. */
export function answerConfirmation(confirmation: Confirmation, { token, language, asJson }: Asked): Response {
  const { SITE_URL } = config();
  const headers = new Headers({ 'cache-control': 'no-store', location: confirmPath(language, token) });
  if (confirmation.kind === 'confirmed' || confirmation.kind === 'repeated') {
    const { sourcePath } = confirmation;
    headers.set('location', sourcePath ? `${sourcePath}#subscribed` : subscribeThanksPath(language));
    headers.append('set-cookie', hintCookie(SITE_URL));
    headers.append('set-cookie', endPendingCookie(SITE_URL));
  }
  if (confirmation.kind === 'confirmed') {
    headers.append('set-cookie', sessionCookie(SITE_URL, confirmation.sessionToken));
  }
  if (!asJson) return new Response(null, { status: 303, headers });
  const words = textsFor(language).confirm;
  const message = statuses[confirmation.kind] === 200 ? words.thanks : words.badSentence;
  return Response.json(
    { result: confirmation.kind, message },
    { status: statuses[confirmation.kind], headers },
  );
}
