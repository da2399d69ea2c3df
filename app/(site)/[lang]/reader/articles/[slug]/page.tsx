import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { currentReader } from '#lib/subscribers/current-reader.ts';
import { ArticlePage, articlePageMetadata } from '../../../../article-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articlePageMetadata(await params);
}

/** The reader variant: next.config.ts leads here whoever carries a session cookie, and the session decides. */
export default async function Page({ params }: Props) {
  return <ArticlePage {...(await params)} reader={await currentReader(await cookies(), new Date())} />;
}
