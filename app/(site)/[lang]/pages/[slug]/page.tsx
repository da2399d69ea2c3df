import type { Metadata } from 'next';
import { StandingPage, standingPageMetadata } from '../../../standing-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return standingPageMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <StandingPage {...(await params)} />;
}
