import type { Metadata } from 'next';
import { ArticlePage, articlePageMetadata } from '../../../../article-page.tsx';
import { thisBrowser } from '../../../../this-browser.ts';

type Props = { params: Promise<{ lang: string; slug: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articlePageMetadata({ ...(await params), whoReads: thisBrowser });
}

/** The reader variant: next.config.ts leads here whoever carries a cookie that may change what they get. */
export default async function Page({ params }: Props) {
  return <ArticlePage {...(await params)} whoReads={thisBrowser} />;
}
