import type { Metadata } from 'next';
import { MostReadPage, mostReadMetadata } from '../../most-read-page.tsx';

type Props = { params: Promise<{ lang: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return mostReadMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <MostReadPage {...(await params)} />;
}
