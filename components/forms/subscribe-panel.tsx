import { SubscribeForm } from '#components/paywall/subscribe-form.client.tsx';
import { Message } from '#components/site/message.tsx';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = {
  copy: SiteSettings['formCopy'];
  language: Language;
  source: string | null;
  /** What went wrong with the last attempt; `field` when it was what was typed. */
  problem: { field: boolean; message: string } | null;
  typed: string;
};

/** The sign-up as a page of its own. */
export function SubscribePanel({ copy, language, source, problem, typed }: Props) {
  return (
    <Message heading={copy.heading}>
      <p>{copy.sentence}</p>
      <div className="max-w-[30rem] pt-2">
        <SubscribeForm
          button={copy.button}
          words={textsFor(language).subscribe.form}
          language={language}
          source={source}
          place="page"
          typed={typed}
          problem={problem}
        />
      </div>
    </Message>
  );
}
