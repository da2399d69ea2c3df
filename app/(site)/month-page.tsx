import type { Metadata } from 'next';
import { ListSheet } from '#components/cards/list-sheet.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedMonth } from '#lib/content/archive-cache.ts';
import { archiveMonth } from '#lib/content/archive-month.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { monthAndYear } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { archivePath, inLanguage } from '#lib/site-urls.ts';
import { describePage, missingMetadata } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { pageNumber } from './page-number.ts';
import { routeLanguage } from './route-language.ts';

type Route = { lang: string; year: string; month: string; n?: string };

export async function monthMetadata(route: Route): Promise<Metadata> {
  const language = routeLanguage(route.lang);
  const found = await findMonth(language, route);
  if (!found) return missingMetadata(language);
  const { year, month, page } = found;
  const { lists, section } = textsFor(language);
  const title = `${lists.archive.title}: ${monthAndYear(found, language)}`;
  return describePage({
    title: page === 1 ? title : `${title}, ${section.page(page)}`,
    description: lists.archive.description,
    language,
    path: archivePath(language, year, month, page),
  });
}

/** What came out in a month. */
export async function MonthPage(route: Route) {
  const language = routeLanguage(route.lang);
  const found = await findMonth(language, route);
  if (!found) return <MissingPage language={language} path={addressOf(language, route)} />;
  const { year, month, ...list } = found;
  const settings = await cachedSettings(language);
  const { archive } = textsFor(language).lists;
  return (
    <SiteFrame settings={settings} language={language} translation={archivePath(otherLanguage(language))}>
      <ListSheet
        {...list}
        label={archive.title}
        title={asTitle(monthAndYear(found, language))}
        intro={
          <p className="furniture mt-2">
            <a href={archivePath(language, year)} className="text-link inline-flex min-h-11 items-center">
              {archive.ofYear(year)}
            </a>
          </p>
        }
        pathOf={(number) => archivePath(language, year, month, number)}
        words={archive}
        language={language}
        timeZone={settings.timeZone}
      />
    </SiteFrame>
  );
}

/** null: no month of ours, or no such page of it. */
async function findMonth(language: Language, { year, month, n }: Route) {
  const asked = archiveMonth(year, month);
  const page = pageNumber(n);
  if (!asked || page === null) return null;
  const { timeZone } = await cachedSettings(language);
  const { articles, pages } = await cachedMonth(language, asked, timeZone, page);
  return page > pages ? null : { ...asked, articles, page, pages };
}

function addressOf(language: Language, { year, month, n }: Route): string {
  return inLanguage(language, `/archive/${year}/${month}${n === undefined ? '' : `/page/${n}`}`);
}

/** Months have small letters in Spanish, except where a title begins. */
function asTitle(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
