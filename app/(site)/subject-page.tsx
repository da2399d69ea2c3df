import type { Metadata } from 'next';
import { SubjectSheet } from '#components/cards/subject-sheet.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import type { SubjectKind } from '#lib/content/subject.ts';
import { cachedSubject, cachedSubjectArticles } from '#lib/content/subject-cache.ts';
import { subjectPaths } from '#lib/content/subject-paths.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { breadcrumbsJsonLd, collectionJsonLd } from '#lib/seo/collection-json-ld.ts';
import { frontPath, inLanguage } from '#lib/site-urls.ts';
import { describePage, missingMetadata, siteFor } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { pageNumber } from './page-number.ts';
import { routeLanguage } from './route-language.ts';

export type SubjectRoute = {
  lang: string;
  slug: string;
  /** The page's number as the address has it; the first page has the subject's own address. */
  n?: string;
};

export async function subjectMetadata(kind: SubjectKind, { lang, slug, n }: SubjectRoute): Promise<Metadata> {
  const language = routeLanguage(lang);
  const found = await findSubjectPage(language, kind, slug, n);
  if (!found) return missingMetadata(language);
  const { subject, page } = found;
  const other = otherLanguage(language);
  const pathOf = subjectPaths[kind];
  const { lists, section } = textsFor(language);
  return describePage({
    title: page === 1 ? subject.title : `${subject.title}, ${section.page(page)}`,
    description: subject.description ?? lists.about(subject.title),
    language,
    path: pathOf(language, slug, page),
    feedOf: pathOf(language, slug),
    // Later pages hold other articles in each language.
    alternates: page === 1 ? [{ language: other, path: pathOf(other, slug) }] : [],
  });
}

/** A section, topic, place or person: what it is, and its articles over as many pages as it takes. */
export async function SubjectPage({ kind, lang, slug, n }: SubjectRoute & { kind: SubjectKind }) {
  const language = routeLanguage(lang);
  const found = await findSubjectPage(language, kind, slug, n);
  if (!found) {
    const path = inLanguage(language, n === undefined ? `/${kind}/${slug}` : `/${kind}/${slug}/page/${n}`);
    return <MissingPage language={language} path={path} />;
  }
  const [settings, site] = await Promise.all([cachedSettings(language), siteFor(language)]);
  const { subject, articles, page } = found;
  const pathOf = subjectPaths[kind];
  const listed = { ...subject, language, path: pathOf(language, slug, page), articles };
  const trail = [
    { name: site.name, path: frontPath(language) },
    { name: subject.title, path: pathOf(language, slug) },
  ];
  return (
    <SiteFrame
      settings={settings}
      language={language}
      currentSection={kind === 'sections' ? slug : undefined}
      translation={pathOf(otherLanguage(language), slug)}
    >
      <JsonLd data={collectionJsonLd(listed, site)} />
      <JsonLd data={breadcrumbsJsonLd(trail, site)} />
      <SubjectSheet {...found} language={language} timeZone={settings.timeZone} />
    </SiteFrame>
  );
}

/** null: no such subject, or no such page of it. */
async function findSubjectPage(language: Language, kind: SubjectKind, slug: string, n: string | undefined) {
  const page = pageNumber(n);
  const subject = page === null ? null : await cachedSubject(language, kind, slug);
  if (page === null || !subject) return null;
  const { articles, pages } = await cachedSubjectArticles(language, subject, page);
  return page > pages ? null : { subject, articles, page, pages };
}
