import 'server-only';
import { config } from '#lib/config.ts';
import { cachedLatest, cachedSettings } from '#lib/content/content-cache.ts';
import { llmsText } from '#lib/feeds/llms-text.ts';
import { isLanguage } from '#lib/i18n/language.ts';
import { keptText } from '../../kept-text.ts';

type Context = { params: Promise<{ lang: string }> };

export const dynamic = 'force-static';
export const revalidate = 300;

export function generateStaticParams() {
  return [];
}

const told = 30;

/** The site told to language models, in its language. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  const language = isLanguage(lang) ? lang : 'en';
  const [latest, settings] = await Promise.all([cachedLatest(language, told), cachedSettings(language)]);
  return keptText(200, 'text/plain', llmsText({ language, settings, latest, siteUrl: config().SITE_URL }));
}
