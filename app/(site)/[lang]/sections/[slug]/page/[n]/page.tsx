import type { Metadata } from 'next';
import { inLanguage } from '#lib/site-urls.ts';
import { MissingPage } from '../../../../../missing-page.tsx';
import { routeLanguage } from '../../../../../route-language.ts';
import { SectionPage, sectionMetadata } from '../../../../../section-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string; n: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { n, ...route } = await params;
  return sectionMetadata({ ...route, page: Number(n) });
}

/** From the second page on; the first has the section's own address. */
export default async function LaterPage({ params }: Props) {
  const { n, ...route } = await params;
  if (!/^[1-9]\d{0,5}$/.test(n) || n === '1') {
    const language = routeLanguage(route.lang);
    return (
      <MissingPage language={language} path={inLanguage(language, `/sections/${route.slug}/page/${n}`)} />
    );
  }
  return <SectionPage {...route} page={Number(n)} />;
}
