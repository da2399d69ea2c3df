import type { Metadata } from 'next';
import { MonthPage, monthMetadata } from '../../../../month-page.tsx';

type Props = { params: Promise<{ lang: string; year: string; month: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return monthMetadata(await params);
}

export default async function FirstMonthPage({ params }: Props) {
  return <MonthPage {...(await params)} />;
}
