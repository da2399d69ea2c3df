import type { Metadata } from 'next';
import type { Reading } from '#lib/subscribers/current-reader.ts';
import { anybodysVisit } from '#lib/subscribers/visit.ts';
import { ArticlePage, articlePageMetadata } from '../../../article-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

const anybody = (reading: Reading) => anybodysVisit(reading, new Date());

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articlePageMetadata({ ...(await params), whoReads: anybody });
}

/** The public variant: made once for everybody, so it never holds what only some may read. */
export default async function Page({ params }: Props) {
  return <ArticlePage {...(await params)} whoReads={anybody} />;
}
