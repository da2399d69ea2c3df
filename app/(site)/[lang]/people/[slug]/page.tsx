import type { Metadata } from 'next';
import { SubjectPage, subjectMetadata } from '../../../subject-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return subjectMetadata('people', await params);
}

export default async function PersonPage({ params }: Props) {
  return <SubjectPage kind="people" {...(await params)} />;
}
