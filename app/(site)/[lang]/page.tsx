import type { Metadata } from 'next';
import { FrontPage, frontPageMetadata } from '../front-page.tsx';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return frontPageMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <FrontPage {...(await params)} />;
}
