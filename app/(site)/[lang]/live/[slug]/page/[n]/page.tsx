import type { Metadata } from 'next';
import { LivePage, liveMetadata } from '../../../../../live-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string; n: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return liveMetadata(await params);
}

export default async function LaterPage({ params }: Props) {
  return <LivePage {...(await params)} />;
}
