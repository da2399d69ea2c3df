import { SubscribeForm } from '#components/paywall/subscribe-form.client.tsx';
import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';

type Props = { confirmed: boolean; language: Language; siteName: string; button: string };

/** A link that was used, has expired or never was one; whoever needs a new one can ask for it here. */
export function DeadLink({ confirmed, language, siteName, button }: Props) {
  const { confirm, subscribe } = textsFor(language);
  if (confirmed) {
    return (
      <Message heading={subscribe.alreadySubscribed(siteName)}>
        <p>{confirm.alreadyUsed}</p>
        <p>
          <a href={frontPath(language)} className="text-link">
            {subscribe.toFront}
          </a>
        </p>
      </Message>
    );
  }
  return (
    <Message heading={confirm.badHeading}>
      <p>{confirm.badSentence}</p>
      <div className="max-w-[30rem] pt-2">
        <SubscribeForm
          button={button}
          words={subscribe.form}
          language={language}
          source={null}
          place="page"
        />
      </div>
    </Message>
  );
}
