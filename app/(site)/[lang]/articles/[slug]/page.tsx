import type { Metadata } from 'next';
import { ArticlePage, articlePageMetadata } from '../../../article-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articlePageMetadata(await params);
}

/** The public variant: made once for everybody, so it never holds what only some may read. */
export default async function Page({ params }: Props) {
  return <ArticlePage {...(await params)} reader={{ kind: 'anonymous' }} />;
}
