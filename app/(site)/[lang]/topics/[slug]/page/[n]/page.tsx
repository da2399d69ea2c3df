import type { Metadata } from 'next';
import { SubjectPage, subjectMetadata } from '../../../../../subject-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string; n: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return subjectMetadata('topics', await params);
}

export default async function LaterTopicPage({ params }: Props) {
  return <SubjectPage kind="topics" {...(await params)} />;
}
