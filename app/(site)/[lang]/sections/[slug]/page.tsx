import { SectionPage } from '../../../section-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export default async function FirstPage({ params }: Props) {
  return <SectionPage {...(await params)} page={1} />;
}
