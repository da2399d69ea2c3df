import { LanguageFields } from '#components/account/language-fields.tsx';
import { ListsFields } from '#components/account/lists-fields.tsx';
import { SaveRow } from '#components/account/save-row.tsx';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { Message } from '#components/site/message.tsx';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, signInPath, unsubscribePath } from '#lib/site-urls.ts';
import { TokenFields } from './token-fields.tsx';

type Props = {
  token: string;
  language: Language;
  /** Masked: the link opens for whoever a mail was forwarded to. */
  address: string;
  state: 'confirmed' | 'unsubscribed' | 'suppressed' | 'pending';
  mailLanguage: Language;
  lists: NewsletterList[];
  chosen: string[];
  result: 'saved' | 'failed' | 'lists' | null;
};

export function PreferencesPanel(props: Props) {
  const { token, language, address, state, mailLanguage, lists, chosen, result } = props;
  const { preferences: words, unsubscribe, account } = textsFor(language);
  if (state !== 'confirmed') {
    return (
      <Message heading={words.heading}>
        <p>{state === 'suppressed' ? account.lists.suppressed : words.left}</p>
        <p>
          <a href={signInPath(language, { source: accountPath(language) })} className="text-link">
            {unsubscribe.signIn}
          </a>
        </p>
      </Message>
    );
  }
  const problems = { saved: null, failed: account.failed, lists: account.lists.unknown };
  return (
    <Message heading={words.heading}>
      <FormProblem message={result && problems[result]} />
      <p>
        {words.sentence} <strong className="break-words">{address}</strong>.
      </p>
      <form action="/api/preferences" method="post" className="space-y-6">
        <TokenFields token={token} language={language} />
        <ListsFields lists={lists} chosen={chosen} language={language} />
        <LanguageFields language={language} chosen={mailLanguage} legend="seen" />
        <SaveRow button={words.button} saved={result === 'saved' ? account.saved : null} />
      </form>
      <p className="border-rule border-t pt-6">
        <a href={unsubscribePath(language, { token })} className="text-link">
          {words.stopAll}
        </a>
      </p>
    </Message>
  );
}
