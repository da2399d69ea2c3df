import type { Metadata } from 'next';
import { DeletePanel } from '#components/account/delete-panel.tsx';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { accountPage } from '../../../account-page.tsx';
import { routeLanguage } from '../../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = textsFor(routeLanguage((await params).lang));
  return { title: account.erase.title, robots: { index: false, follow: false } };
}

/** Opening it deletes nothing; the form on it does. */
export default async function Page({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const unconfirmed = (await searchParams).result === 'unconfirmed';
  return accountPage(language, '/account/delete', async ({ subscriber }) => {
    if (unconfirmed) markStatus(422);
    return <DeletePanel language={language} address={subscriber.email} unconfirmed={unconfirmed} />;
  });
}
