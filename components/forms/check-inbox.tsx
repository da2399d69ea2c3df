import { SubscribeForm } from '#components/paywall/subscribe-form.client.tsx';
import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';

type Props = { language: Language; source: string | null; button: string };

/** What everybody reads after leaving an address, whatever is known of it. */
export function CheckInbox({ language, source, button }: Props) {
  const words = textsFor(language).subscribe;
  return (
    <Message heading={words.sentHeading}>
      <p role="status">{words.form.sent}</p>
      <p>
        <a href={source ?? frontPath(language)} className="text-link">
          {source ? words.backToArticle : words.toFront}
        </a>
      </p>
      <p className="pt-6 text-ink-2">{words.sentNext}</p>
      <div className="max-w-[30rem]">
        <SubscribeForm button={button} words={words.form} language={language} source={source} place="page" />
      </div>
    </Message>
  );
}
