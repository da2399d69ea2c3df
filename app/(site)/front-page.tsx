import type { Metadata } from 'next';
import { FrontSheet } from '#components/cards/front-sheet.tsx';
import { LiveStrip } from '#components/live/live-strip.tsx';
import { BreakingBar } from '#components/site/breaking-bar.tsx';
import { FrontHeader } from '#components/site/front-header.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedFrontPage, cachedSettings } from '#lib/content/content-cache.ts';
import { cachedRunningCoverages } from '#lib/content/live-cache.ts';
import { organizationJsonLd, webSiteJsonLd } from '#lib/seo/organization-json-ld.ts';
import { frontPath, litePath } from '#lib/site-urls.ts';
import { describePage, siteFor } from './describe-page.ts';
import { routeLanguage } from './route-language.ts';

type Props = { lang: string };

export async function frontPageMetadata({ lang }: Props): Promise<Metadata> {
  const language = routeLanguage(lang);
  const other = otherLanguage(language);
  const alternates = [{ language: other, path: frontPath(other) }];
  const path = frontPath(language);
  return describePage({ language, path, feedOf: path, alternates });
}

export async function FrontPage({ lang }: Props) {
  const language = routeLanguage(lang);
  const now = new Date();
  const [front, settings, site, running] = await Promise.all([
    cachedFrontPage(language, now),
    cachedSettings(language),
    siteFor(language),
    cachedRunningCoverages(language),
  ]);
  return (
    <SiteFrame
      settings={settings}
      language={language}
      lite={litePath(language)}
      header={<FrontHeader settings={settings} language={language} now={now.toISOString()} />}
    >
      <JsonLd data={webSiteJsonLd(language, site)} />
      <JsonLd data={organizationJsonLd(settings, language, site)} />
      {front.breaking && <BreakingBar breaking={front.breaking} language={language} />}
      <LiveStrip coverages={running} language={language} />
      <FrontSheet front={front} settings={settings} language={language} />
    </SiteFrame>
  );
}
