import type { Metadata } from 'next';
import { LiveSheet } from '#components/live/live-sheet.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { cachedCoverage, cachedUpdateMarks, cachedUpdates } from '#lib/content/live-cache.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { arrangeUpdates, publishedUpdates } from '#lib/live/arrange-updates.ts';
import { liveJsonLd } from '#lib/live/live-json-ld.ts';
import { log } from '#lib/log.ts';
import { isDraft, markEnd } from '#lib/page-cache/response-status.ts';
import { inLanguage, livePath } from '#lib/site-urls.ts';
import { describePage, missingMetadata, siteFor } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { pageNumber } from './page-number.ts';
import { routeLanguage } from './route-language.ts';

type Route = { lang: string; slug: string; n?: string };

export async function liveMetadata({ lang, slug, n }: Route): Promise<Metadata> {
  const language = routeLanguage(lang);
  const found = await findLivePage(language, slug, n);
  if (!found) return missingMetadata(language);
  const { coverage, page } = found;
  return describePage({
    title: page === 1 ? coverage.headline : `${coverage.headline}, ${textsFor(language).section.page(page)}`,
    description: coverage.standfirst,
    language,
    path: livePath(language, slug, page),
  });
}

export async function LivePage({ lang, slug, n }: Route) {
  const language = routeLanguage(lang);
  const found = await findLivePage(language, slug, n);
  if (!found) {
    const path = inLanguage(language, n === undefined ? `/live/${slug}` : `/live/${slug}/page/${n}`);
    return <MissingPage language={language} path={path} />;
  }
  const { coverage, published, ...arranged } = found;
  const [settings, pinned, updates, site] = await Promise.all([
    cachedSettings(language),
    cachedUpdates(coverage, arranged.pinned),
    cachedUpdates(coverage, arranged.updates),
    siteFor(language),
  ]);
  const follows = coverage.state === 'live' && !isDraft();
  return (
    <SiteFrame settings={settings} language={language} currentSection={coverage.section.slug}>
      <JsonLd data={liveJsonLd(coverage, { published, updates: [...pinned, ...updates] }, site)} />
      <LiveSheet
        {...arranged}
        coverage={coverage}
        pinned={pinned}
        updates={updates}
        lastAt={published.at(0)?.publishedAt}
        siteUrl={config().SITE_URL}
        language={language}
        timeZone={settings.timeZone}
        follows={follows}
        onUnknownBlock={(id, type) => log.warn({ event: 'live.block-unknown', id, type })}
      />
      {follows && <script type="module" src="/live.js" />}
    </SiteFrame>
  );
}

/** null: no such coverage, or no such page of it. */
async function findLivePage(language: Language, slug: string, n: string | undefined) {
  const page = pageNumber(n);
  const coverage = page === null ? null : await cachedCoverage(language, slug);
  if (page === null || !coverage) return null;
  const { published, nextAt } = publishedUpdates(await cachedUpdateMarks(coverage.id), new Date());
  // Before the answer is known: a page that is not there may be, once the next update has come.
  if (nextAt) markEnd(nextAt);
  const arranged = arrangeUpdates(coverage.order, published, page);
  return arranged && { ...arranged, coverage, published };
}
