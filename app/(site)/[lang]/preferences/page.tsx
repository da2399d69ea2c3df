import type { Metadata } from 'next';
import { z } from 'zod';
import { PreferencesPanel } from '#components/newsletter/preferences-panel.tsx';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { preferencesPath } from '#lib/site-urls.ts';
import { maskedAddress } from '#lib/subscribers/masked-address.ts';
import { newsletterPage } from '../../newsletter-page.tsx';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

/** `result` is set by /api/preferences. */
const querySchema = z.object({
  token: z.string().max(200).nullable().catch(null),
  result: z.enum(['saved', 'failed', 'lists']).nullable().catch(null),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { preferences } = textsFor(routeLanguage((await params).lang));
  return { title: preferences.title, robots: { index: false, follow: false }, referrer: 'same-origin' };
}

/** What comes, and in which language, by a mail's link: nothing else of the account opens with it. */
export default async function PreferencesPage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { token, result } = querySchema.parse(await searchParams);
  return newsletterPage({
    ...{ language, token, pathIn: (other) => preferencesPath(other, { token }) },
    async show({ subscriber, listIds }) {
      if (result === 'failed') markStatus(503, 30);
      if (result === 'lists') markStatus(422);
      return (
        <PreferencesPanel
          token={token ?? ''}
          language={language}
          address={maskedAddress(subscriber.email)}
          state={subscriber.state}
          mailLanguage={subscriber.language}
          lists={await cachedNewsletterLists()}
          chosen={listIds}
          result={result}
        />
      );
    },
  });
}
