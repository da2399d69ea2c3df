import type { Metadata } from 'next';
import { textsFor } from '#lib/i18n/texts.ts';
import { routeLanguage } from '../../route-language.ts';
import { SearchPage } from '../../search-page.tsx';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What is found depends on who asks, and when. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { search } = textsFor(routeLanguage((await params).lang));
  return { title: search.title, robots: { index: false, follow: true } };
}

export default async function Page({ params, searchParams }: Props) {
  return <SearchPage language={routeLanguage((await params).lang)} parameters={await searchParams} />;
}
