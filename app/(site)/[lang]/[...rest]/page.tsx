import type { Metadata } from 'next';
import { inLanguage } from '#lib/site-urls.ts';
import { missingMetadata } from '../../describe-page.ts';
import { MissingPage } from '../../missing-page.tsx';
import { routeLanguage } from '../../route-language.ts';

/** Addresses of no page: redirects live here too. Made on request, so that nobody can fill the cache with them. */
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ lang: string; rest: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return missingMetadata(routeLanguage((await params).lang));
}

export default async function UnknownAddress({ params }: Props) {
  const { lang, rest } = await params;
  const language = routeLanguage(lang);
  return <MissingPage language={language} path={inLanguage(language, `/${rest.join('/')}`)} />;
}
