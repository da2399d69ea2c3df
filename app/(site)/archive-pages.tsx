import type { Metadata } from 'next';
import { ArchiveSheet } from '#components/cards/archive-sheet.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedArchiveMonths, cachedArchiveYears } from '#lib/content/archive-cache.ts';
import { archiveYear } from '#lib/content/archive-month.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { archivePath, inLanguage } from '#lib/site-urls.ts';
import { describePage, missingMetadata } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

/** Without a year it is the archive of all of them. */
type Route = { lang: string; year?: string };

export async function archiveMetadata({ lang, year }: Route): Promise<Metadata> {
  const language = routeLanguage(lang);
  const found = await findYears(language, year);
  if (!found) return missingMetadata(language);
  const other = otherLanguage(language);
  const { description } = textsFor(language).lists.archive;
  // The other language may have no such year.
  const alternates = found.only === undefined ? [{ language: other, path: archivePath(other) }] : [];
  const path = archivePath(language, found.only);
  return describePage({ title: titleOf(language, found.only), description, language, path, alternates });
}

export async function ArchivePage({ lang, year }: Route) {
  const language = routeLanguage(lang);
  const [settings, found] = await Promise.all([cachedSettings(language), findYears(language, year)]);
  if (!found) return <MissingPage language={language} path={inLanguage(language, `/archive/${year}`)} />;
  const { only, years } = found;
  const months = years.map(async (one) => ({
    year: one,
    months: await cachedArchiveMonths(language, one, settings.timeZone),
  }));
  return (
    <SiteFrame settings={settings} language={language} translation={archivePath(otherLanguage(language))}>
      <ArchiveSheet
        title={titleOf(language, only)}
        years={(await Promise.all(months)).filter((one) => one.months.length > 0)}
        isWhole={only === undefined}
        language={language}
      />
    </SiteFrame>
  );
}

/** null: not a year in which anything came out. */
async function findYears(language: Language, year: string | undefined) {
  const { timeZone } = await cachedSettings(language);
  if (year === undefined) return { years: await cachedArchiveYears(language, timeZone) };
  const only = archiveYear(year);
  if (only === null || (await cachedArchiveMonths(language, only, timeZone)).length === 0) return null;
  return { only, years: [only] };
}

function titleOf(language: Language, year: number | undefined): string {
  const { archive } = textsFor(language).lists;
  return year === undefined ? archive.title : archive.ofYear(year);
}
