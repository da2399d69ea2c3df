import type { Metadata } from 'next';
import { SectionPage, sectionMetadata } from '../../../../../section-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string; n: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return sectionMetadata(await params);
}

export default async function LaterPage({ params }: Props) {
  return <SectionPage {...(await params)} />;
}
