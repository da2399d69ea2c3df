import type { Metadata } from 'next';
import { EventPage, eventMetadata } from '../../../event-pages.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return eventMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <EventPage {...(await params)} />;
}
