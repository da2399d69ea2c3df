import type { Metadata } from 'next';
import { ArticleView } from '#components/article/article-view.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { translationPath } from '#components/site/translation-path.ts';
import { config } from '#lib/config.ts';
import { cachedRelated, cachedSettings, cachedSummary, keep } from '#lib/content/content-cache.ts';
import { log } from '#lib/log.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { articleBreadcrumbs, articleJsonLd } from '#lib/seo/article-json-ld.ts';
import { articleMetadata } from '#lib/seo/article-metadata.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';
import { missingMetadata, siteFor } from './describe-page.ts';
import { MissingArticle } from './missing-article.tsx';
import { WithdrawnPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

type Props = { lang: string; slug: string };

export async function articlePageMetadata({ lang, slug }: Props): Promise<Metadata> {
  const language = routeLanguage(lang);
  const summary = await cachedSummary(language, slug);
  if (!summary || summary.withdrawn) return missingMetadata(language);
  return articleMetadata(summary, await siteFor(language));
}

/** An article as this reader may have it: the public page and the reader variant are the same page. */
export async function ArticlePage({ lang, slug, reader }: Props & { reader: Reader }) {
  const language = routeLanguage(lang);
  const summary = await cachedSummary(language, slug);
  if (!summary) return <MissingArticle language={language} slug={slug} />;
  if (summary.withdrawn) return <WithdrawnPage language={language} />;
  const [{ decision, blocks, fullUntil }, related, settings, site] = await Promise.all([
    readArticle({ summary, reader, now: new Date() }, keep),
    cachedRelated(language, summary.id),
    cachedSettings(language),
    siteFor(language),
  ]);
  if (fullUntil) markEnd(fullUntil);
  return (
    <SiteFrame
      settings={settings}
      language={language}
      currentSection={summary.section.slug}
      translation={translationPath(summary.translations, language, articlePath)}
    >
      {reader.kind !== 'editor' && (
        <>
          <JsonLd data={articleJsonLd(summary, decision, site)} />
          <JsonLd data={articleBreadcrumbs(summary, site)} />
        </>
      )}
      <ArticleView
        article={summary}
        decision={decision}
        blocks={blocks}
        related={related}
        settings={settings}
        url={absoluteUrl(config().SITE_URL, articlePath(language, slug))}
        reader={reader.kind}
        onUnknownBlock={(type) => log.warn({ event: 'page.block-unknown', id: summary.id, type })}
      />
    </SiteFrame>
  );
}
