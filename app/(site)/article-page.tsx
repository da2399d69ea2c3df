import type { Metadata } from 'next';
import { ArticleView } from '#components/article/article-view.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { translationPath } from '#components/site/translation-path.ts';
import { config } from '#lib/config.ts';
import type { Summary } from '#lib/content/article.ts';
import { ageOf } from '#lib/content/article-age.ts';
import {
  cachedNextInSection,
  cachedRelated,
  cachedSettings,
  cachedSummary,
  keep,
} from '#lib/content/content-cache.ts';
import { log } from '#lib/log.ts';
import { markEnd, markForSubscribers } from '#lib/page-cache/response-status.ts';
import { isOpenToAll, isSameForSubscribers } from '#lib/paywall/decide-access.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { articleBreadcrumbs, articleJsonLd } from '#lib/seo/article-json-ld.ts';
import { articleMetadata } from '#lib/seo/article-metadata.ts';
import { absoluteUrl, articlePath, litePath } from '#lib/site-urls.ts';
import { type Reading, readingOf } from '#lib/subscribers/current-reader.ts';
import type { Visit } from '#lib/subscribers/visit.ts';
import { missingMetadata, siteFor } from './describe-page.ts';
import { MissingArticle } from './missing-article.tsx';
import { WithdrawnPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

export type WhoReads = (reading: Reading) => Visit | Promise<Visit>;

type Props = { lang: string; slug: string; whoReads: WhoReads };

/** What only one reader sees has no place in search engines, whoever hands them a link to it. */
export async function articlePageMetadata({ lang, slug, whoReads }: Props): Promise<Metadata> {
  const language = routeLanguage(lang);
  const summary = await cachedSummary(language, slug);
  if (!summary || summary.withdrawn) return missingMetadata(language);
  const { reader } = await whoReads(readingOf(summary, await cachedSettings(language)));
  return articleMetadata(
    { ...summary, noindex: summary.noindex || reader.kind !== 'anonymous' },
    await siteFor(language),
  );
}

/** An article as this reader may have it: the public page and the reader variant are the same page. */
export async function ArticlePage({ lang, slug, whoReads }: Props) {
  const language = routeLanguage(lang);
  const summary = await cachedSummary(language, slug);
  if (!summary) return <MissingArticle language={language} slug={slug} />;
  if (summary.withdrawn) return <WithdrawnPage language={language} />;
  const settings = await cachedSettings(language);
  const visit = await whoReads(readingOf(summary, settings));
  const now = new Date();
  const [{ decision, blocks, gatedFrom, fullUntil }, related, next, site] = await Promise.all([
    readArticle({ summary, reader: visit.reader, now }, keep),
    cachedRelated(language, summary.id),
    cachedNextInSection(summary),
    siteFor(language),
  ]);
  if (fullUntil) markEnd(fullUntil);
  const age = ageOf(latestWordAt(summary), now);
  markEnd(age.nextAt);
  if (isSameForSubscribers(visit.reader, decision)) markForSubscribers();
  return (
    <SiteFrame
      settings={settings}
      language={language}
      currentSection={summary.section.slug}
      lite={litePath(language, slug)}
      translation={translationPath(summary.translations, language, articlePath)}
    >
      {visit.reader.kind !== 'editor' && (
        <>
          <JsonLd data={articleJsonLd(summary, isOpenToAll(decision), site)} />
          <JsonLd data={articleBreadcrumbs(summary, site)} />
        </>
      )}
      <ArticleView
        article={summary}
        decision={decision}
        blocks={blocks}
        gatedFrom={gatedFrom}
        related={related}
        next={next}
        ageInYears={age.years}
        settings={settings}
        url={absoluteUrl(config().SITE_URL, articlePath(language, slug))}
        visit={visit}
        onUnknownBlock={(type) => log.warn({ event: 'page.block-unknown', id: summary.id, type })}
      />
    </SiteFrame>
  );
}

/** Old is what nobody has said anything new in for long. */
function latestWordAt({ publishedAt, updatedAt }: Summary): string {
  return updatedAt && Date.parse(updatedAt) > Date.parse(publishedAt) ? updatedAt : publishedAt;
}
