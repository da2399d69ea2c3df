import type { Metadata } from 'next';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';
import { routeLanguage } from '../../../route-language.ts';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = textsFor(routeLanguage((await params).lang));
  return { title: account.erase.doneTitle, robots: { index: false, follow: false } };
}

/** Says nothing about anybody, so it is the same for all. */
export default async function DeletedPage({ params }: Props) {
  const language = routeLanguage((await params).lang);
  const { account, subscribe } = textsFor(language);
  return (
    <SiteFrame settings={await cachedSettings(language)} language={language}>
      <Message heading={account.erase.doneHeading}>
        <p>{account.erase.doneSentence}</p>
        <p>
          <a href={frontPath(language)} className="text-link">
            {subscribe.toFront}
          </a>
        </p>
      </Message>
    </SiteFrame>
  );
}
