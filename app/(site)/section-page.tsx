import type { Metadata } from 'next';
import { SectionSheet } from '#components/cards/section-sheet.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSection, cachedSectionArticles, cachedSettings } from '#lib/content/content-cache.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { inLanguage, sectionPath } from '#lib/site-urls.ts';
import { describePage, missingMetadata } from './describe-page.ts';
import { laterPage } from './later-page.ts';
import { MissingPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

type Route = {
  lang: string;
  slug: string;
  /** The page's number as the address has it; the first page has the section's own address. */
  n?: string;
};

export async function sectionMetadata({ lang, slug, n }: Route): Promise<Metadata> {
  const language = routeLanguage(lang);
  const found = await findSectionPage(language, slug, n);
  if (!found) return missingMetadata(language);
  const { section, page } = found;
  const other = otherLanguage(language);
  return describePage({
    title: page === 1 ? section.title : `${section.title}, ${textsFor(language).section.page(page)}`,
    description: section.description,
    language,
    path: sectionPath(language, slug, page),
    feedOf: sectionPath(language, slug),
    // Later pages hold other articles in each language.
    alternates: page === 1 ? [{ language: other, path: sectionPath(other, slug) }] : [],
  });
}

export async function SectionPage({ lang, slug, n }: Route) {
  const language = routeLanguage(lang);
  const found = await findSectionPage(language, slug, n);
  if (!found) {
    const path = inLanguage(language, n === undefined ? `/sections/${slug}` : `/sections/${slug}/page/${n}`);
    return <MissingPage language={language} path={path} />;
  }
  const settings = await cachedSettings(language);
  return (
    <SiteFrame
      settings={settings}
      language={language}
      currentSection={slug}
      translation={sectionPath(otherLanguage(language), slug)}
    >
      <SectionSheet {...found} language={language} timeZone={settings.timeZone} />
    </SiteFrame>
  );
}

/** null: no such section, or no such page of it. */
async function findSectionPage(language: Language, slug: string, n: string | undefined) {
  const page = n === undefined ? 1 : laterPage(n);
  const section = page === null ? null : await cachedSection(language, slug);
  if (page === null || !section) return null;
  const { articles, pages } = await cachedSectionArticles(language, section.id, page);
  return page > pages ? null : { section, articles, page, pages };
}
