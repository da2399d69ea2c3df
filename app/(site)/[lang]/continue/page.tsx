import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings, cachedSummary } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { decideAccess } from '#lib/paywall/decide-access.ts';
import { readOnFrom, wallId } from '#lib/paywall/gated-part.ts';
import { articlePath } from '#lib/site-urls.ts';
import { readingOf } from '#lib/subscribers/current-reader.ts';
import { MissingArticle } from '../../missing-article.tsx';
import { routeLanguage } from '../../route-language.ts';
import { thisBrowser } from '../../this-browser.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

const querySchema = z.object({ article: z.string().catch('') });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { wall } = textsFor(routeLanguage((await params).lang));
  return { title: wall.noCookieHeading, robots: { index: false, follow: false } };
}

/**
 * Between a press of "Continue reading" and the article. The article's own page cannot say that the cookie was not kept:
 * without one it is the page that is cached for everybody.
 */
export default async function ContinuePage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { article: slug } = querySchema.parse(await searchParams);
  const [article, settings] = await Promise.all([cachedSummary(language, slug), cachedSettings(language)]);
  if (!article) return <MissingArticle language={language} slug={slug} />;
  const path = articlePath(language, slug);
  const { reader } = await thisBrowser(readingOf(article, settings));
  const decision = decideAccess(article, reader, settings.archiveRule, new Date());
  if (article.withdrawn || decision.kind === 'full') redirect(`${path}#${readOnFrom}`);
  markStatus(400);
  const { wall, subscribe } = textsFor(language);
  return (
    <SiteFrame settings={settings} language={language}>
      <Message heading={wall.noCookieHeading}>
        <p>{wall.noCookie}</p>
        <p>
          <a href={`${path}#${wallId}`} className="text-link">
            {subscribe.backToArticle}
          </a>
        </p>
      </Message>
    </SiteFrame>
  );
}
