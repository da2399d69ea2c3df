import type { Metadata } from 'next';
import { EventsPage, eventsMetadata } from '../../event-pages.tsx';

type Props = { params: Promise<{ lang: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return eventsMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <EventsPage {...(await params)} />;
}
