import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, signInPath } from '#lib/site-urls.ts';
import { readSession } from '../../account-session.ts';
import { routeLanguage } from '../../route-language.ts';
import { SignInAsking } from '../../sign-in-asking.tsx';
import { SignInByCode } from '../../sign-in-by-code.tsx';
import { SignInByLink } from '../../sign-in-by-link.tsx';
import { signInQuerySchema } from '../../sign-in-query.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { signIn } = textsFor(routeLanguage((await params).lang));
  return { title: signIn.title, robots: { index: false, follow: false }, referrer: 'same-origin' };
}

/** Opening a link from a mail shows a button and spends nothing: scanners open every link they see. */
export default async function SignInPage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const query = signInQuerySchema.parse(await searchParams);
  const settings = await cachedSettings(language);
  const translation = signInPath(language === 'en' ? 'es' : 'en', { source: query.source });
  if (query.token !== null) {
    return (
      <SiteFrame settings={settings} language={language}>
        <SignInByLink token={query.token} language={language} />
      </SiteFrame>
    );
  }
  const session = await readSession(await cookies());
  if (session !== null && session !== 'unknown') redirect(query.source ?? accountPath(language));
  // A form that cannot be answered now must not look like one that can.
  const shown = session === 'unknown' ? { ...query, result: 'failed' as const } : query;
  return (
    <SiteFrame settings={settings} language={language} translation={translation}>
      {query.sent === null ? (
        <SignInAsking query={shown} language={language} />
      ) : (
        <SignInByCode query={shown} language={language} />
      )}
    </SiteFrame>
  );
}
