import type { Metadata } from 'next';
import { SubjectPage, subjectMetadata } from '../../../../../subject-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string; n: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return subjectMetadata('places', await params);
}

export default async function LaterPlacePage({ params }: Props) {
  return <SubjectPage kind="places" {...(await params)} />;
}
