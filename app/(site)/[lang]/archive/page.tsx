import type { Metadata } from 'next';
import { ArchivePage, archiveMetadata } from '../../archive-pages.tsx';

type Props = { params: Promise<{ lang: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return archiveMetadata(await params);
}

export default async function AllYearsPage({ params }: Props) {
  return <ArchivePage {...(await params)} />;
}
