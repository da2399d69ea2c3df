import { SubscribeForm } from '#components/paywall/subscribe-form.client.tsx';
import { Message } from '#components/site/message.tsx';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import type { Typed } from '#lib/subscribers/sign-up-request.ts';
import { ListChoice } from './list-choice.tsx';

type Props = {
  copy: SiteSettings['formCopy'];
  language: Language;
  source: string | null;
  /** What went wrong with the last attempt; `field` when it was what was typed. */
  problem: { field: boolean; message: string } | null;
  typed: Typed;
  lists: NewsletterList[];
  stamp: string | null;
};

/** The sign-up as a page of its own. */
export function SubscribePanel({ copy, language, source, problem, typed, lists, stamp }: Props) {
  const { subscribe, signUp } = textsFor(language);
  return (
    <Message heading={copy.heading}>
      <p>{copy.sentence}</p>
      <div className="max-w-[30rem] pt-2">
        <SubscribeForm
          button={copy.button}
          words={subscribe.form}
          language={language}
          source={source}
          place="page"
          typed={typed.email}
          problem={problem}
          stamp={stamp}
        >
          <ListChoice lists={lists} language={language} legend={signUp.choose} chosen={typed.listIds} />
        </SubscribeForm>
      </div>
    </Message>
  );
}
