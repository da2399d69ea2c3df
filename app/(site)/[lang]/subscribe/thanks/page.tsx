import type { Metadata } from 'next';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';
import { routeLanguage } from '../../../route-language.ts';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { confirm } = textsFor(routeLanguage((await params).lang));
  return { title: confirm.thanksTitle, robots: { index: false } };
}

/** For readers who confirmed without having come from an article. */
export default async function ThanksPage({ params }: Props) {
  const language = routeLanguage((await params).lang);
  const { confirm, subscribe } = textsFor(language);
  return (
    <SiteFrame settings={await cachedSettings(language)} language={language}>
      <Message heading={confirm.thanksHeading}>
        <p>{confirm.thanks}</p>
        <p>
          <a href={frontPath(language)} className="text-link">
            {subscribe.toFront}
          </a>
        </p>
      </Message>
    </SiteFrame>
  );
}
