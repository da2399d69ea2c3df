import type { Metadata } from 'next';
import { ArticleBody } from '#components/article/article-body.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { translationPath } from '#components/site/translation-path.ts';
import { cachedPage, cachedSettings } from '#lib/content/content-cache.ts';
import { log } from '#lib/log.ts';
import { pagePath } from '#lib/site-urls.ts';
import { describePage, missingMetadata } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

type Props = { lang: string; slug: string };

export async function standingPageMetadata({ lang, slug }: Props): Promise<Metadata> {
  const language = routeLanguage(lang);
  const page = await cachedPage(language, slug);
  if (!page) return missingMetadata(language);
  const alternates = page.translations
    .filter((one) => one.language !== language)
    .map((one) => ({ language: one.language, path: pagePath(one.language, one.slug) }));
  const { title, standfirst } = page;
  return describePage({
    title,
    description: standfirst,
    language,
    path: pagePath(language, slug),
    alternates,
  });
}

export async function StandingPage({ lang, slug }: Props) {
  const language = routeLanguage(lang);
  const page = await cachedPage(language, slug);
  if (!page) return <MissingPage language={language} path={pagePath(language, slug)} />;
  const settings = await cachedSettings(language);
  return (
    <SiteFrame
      settings={settings}
      language={language}
      translation={translationPath(page.translations, language, pagePath)}
    >
      <article className="page-width page-grid">
        <header className="text-column pt-8 md:pt-12">
          <h1 className="font-display text-headline tracking-[-0.018em]">{page.title}</h1>
          {page.standfirst && <p className="mt-4 text-ink-2 text-standfirst">{page.standfirst}</p>}
        </header>
        <div data-article-body="" className="text-column pt-6 md:pt-8">
          <ArticleBody
            blocks={page.body}
            language={language}
            timeZone={settings.timeZone}
            onUnknownBlock={(type) => log.warn({ event: 'page.block-unknown', id: page.id, type })}
          />
        </div>
      </article>
    </SiteFrame>
  );
}
