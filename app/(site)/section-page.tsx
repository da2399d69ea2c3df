import type { Metadata } from 'next';
import { SectionSheet } from '#components/cards/section-sheet.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSection, cachedSectionArticles, cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { sectionPath } from '#lib/site-urls.ts';
import { describePage, missingMetadata } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

type Props = { lang: string; slug: string; page: number };

export async function sectionMetadata({ lang, slug, page }: Props): Promise<Metadata> {
  const language = routeLanguage(lang);
  const section = await cachedSection(language, slug);
  if (!section) return missingMetadata(language);
  const other = otherLanguage(language);
  return describePage({
    title: page === 1 ? section.title : `${section.title}, ${textsFor(language).section.page(page)}`,
    description: section.description,
    language,
    path: sectionPath(language, slug, page),
    // Later pages hold other articles in each language.
    alternates: page === 1 ? [{ language: other, path: sectionPath(other, slug) }] : [],
  });
}

/** A page of a section; beyond the last there is none. */
export async function SectionPage({ lang, slug, page }: Props) {
  const language = routeLanguage(lang);
  const path = sectionPath(language, slug, page);
  const section = await cachedSection(language, slug);
  if (!section) return <MissingPage language={language} path={path} />;
  const [{ articles, pages }, settings] = await Promise.all([
    cachedSectionArticles(language, section.id, page),
    cachedSettings(language),
  ]);
  if (page > pages) return <MissingPage language={language} path={path} />;
  return (
    <SiteFrame
      settings={settings}
      language={language}
      currentSection={section.slug}
      translation={sectionPath(otherLanguage(language), section.slug)}
    >
      <SectionSheet
        section={section}
        articles={articles}
        page={page}
        pages={pages}
        language={language}
        timeZone={settings.timeZone}
      />
    </SiteFrame>
  );
}
