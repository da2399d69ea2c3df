import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
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
  if (!/^[1-9]\d{0,5}$/.test(n) || n === '1') notFound();
  return <SectionPage {...route} page={Number(n)} />;
}
