import { ResendForm } from '#components/paywall/resend-form.client.tsx';
import { SubscribeForm } from '#components/paywall/subscribe-form.client.tsx';
import { Message } from '#components/site/message.tsx';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath, subscribePath } from '#lib/site-urls.ts';
import { ListChoice } from './list-choice.tsx';

type Props = {
  language: Language;
  source: string | null;
  button: string;
  /** What has just become of it, in a sentence. */
  said: { text: string; problem: boolean };
  /** What this browser has entered; null when it keeps no cookies. */
  pending: { address: string; listIds: string[] | null; waitSeconds: number } | null;
  lists: NewsletterList[];
  stamp: string;
};

/** What everybody reads after leaving an address, whatever is known of it. */
export function CheckInbox({ language, source, button, said, pending, lists, stamp }: Props) {
  const { subscribe, signUp } = textsFor(language);
  const words = subscribe.form;
  return (
    <Message heading={subscribe.sentHeading}>
      <p role="status" className={said.problem ? 'text-alert' : undefined}>
        {said.text}
      </p>
      <p>
        <a href={source ?? frontPath(language)} className="text-link">
          {source ? subscribe.backToArticle : subscribe.toFront}
        </a>
      </p>
      <div className="max-w-[30rem] pt-4">
        {pending && (
          <>
            <p className="pb-3 text-ink-2 [overflow-wrap:anywhere]">
              {fillIn(words.typedAddress, { address: pending.address })} {subscribe.sentNext}
            </p>
            <ResendForm words={words} language={language} source={source} waitSeconds={pending.waitSeconds} />
          </>
        )}
        <details className="mt-4 border-rule border-t pt-2">
          <summary className="furniture min-h-11 cursor-pointer py-2.5 text-accent">
            {signUp.changeHeading}
          </summary>
          <div className="pt-4">
            <SubscribeForm
              button={button}
              words={words}
              language={language}
              source={source}
              place="page"
              typed={pending?.address ?? ''}
              stamp={stamp}
              next={subscribePath(language, { result: 'accepted', source })}
            >
              <ListChoice
                lists={lists}
                language={language}
                legend={signUp.choose}
                chosen={pending?.listIds ?? null}
              />
            </SubscribeForm>
          </div>
        </details>
      </div>
    </Message>
  );
}
