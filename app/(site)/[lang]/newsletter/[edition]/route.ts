import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { isLanguage, type Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { readEditionPage } from '#lib/newsletter/edition-page.ts';
import { plainPage } from '#lib/site-server/failure-page.ts';
import { mailPolicy } from '#lib/site-server/security-headers.ts';
import { securitySettings } from '#lib/site-server/security-settings.ts';

type Context = { params: Promise<{ lang: string; edition: string }> };

export const dynamic = 'force-dynamic';

/** A newsletter in the browser: what anybody may read of it now, whoever asks. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, edition } = await params;
  const language = isLanguage(lang) ? lang : 'en';
  const words = textsFor(language);
  try {
    const surroundings = { db: database().db, siteUrl: config().SITE_URL };
    const page = await readEditionPage(surroundings, edition, language, new Date());
    if (page.kind === 'page')
      return answer(200, page.html, { 'content-security-policy': mailPolicy(securitySettings(config())) });
    return answer(404, missingPage(page.kind, language));
  } catch (error) {
    log.error({ event: 'newsletter.page_unreadable', edition, err: error });
    const { heading, sentence, retry } = words.failure;
    return answer(503, plainPage(language, { heading, sentence, retry }), { 'retry-after': '30' });
  }
}

function missingPage(kind: 'unknown' | 'empty', language: Language): string {
  const { edition } = textsFor(language);
  return kind === 'unknown'
    ? plainPage(language, { heading: edition.unknownHeading, sentence: edition.unknownSentence })
    : plainPage(language, { heading: edition.goneHeading, sentence: edition.goneSentence });
}

/** Never kept, because what may be seen changes by the clock; never indexed, because its stories have pages. */
function answer(status: number, page: string, more: Record<string, string> = {}): Response {
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      ...more,
    },
  });
}
