import type { Metadata } from 'next';
import { MostReadSheet } from '#components/cards/most-read-sheet.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { cachedMostRead } from '#lib/most-read/most-read-cache.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import { mostReadPath } from '#lib/site-urls.ts';
import { describePage } from './describe-page.ts';
import { routeLanguage } from './route-language.ts';

export async function mostReadMetadata({ lang }: { lang: string }): Promise<Metadata> {
  const language = routeLanguage(lang);
  const other = otherLanguage(language);
  const { title, description } = textsFor(language).lists.mostRead;
  const alternates = [{ language: other, path: mostReadPath(other) }];
  return describePage({ title, description, language, path: mostReadPath(language), alternates });
}

/** Who comes first after a quiet time is not to get a list of other days. */
const keptMs = 3_600_000;

export async function MostReadPage({ lang }: { lang: string }) {
  const language = routeLanguage(lang);
  const [settings, articles] = await Promise.all([cachedSettings(language), cachedMostRead(language)]);
  markEnd(new Date(Date.now() + keptMs));
  return (
    <SiteFrame settings={settings} language={language} translation={mostReadPath(otherLanguage(language))}>
      <MostReadSheet articles={articles} language={language} timeZone={settings.timeZone} />
    </SiteFrame>
  );
}
