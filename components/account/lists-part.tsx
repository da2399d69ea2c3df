import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';
import { ListsFields } from './lists-fields.tsx';
import { SaveRow } from './save-row.tsx';

type Props = {
  lists: NewsletterList[];
  chosen: string[];
  /** Whether anything is sent at all. */
  state: 'confirmed' | 'unsubscribed' | 'suppressed' | 'pending';
  language: Language;
  saved: boolean;
};

/** The newsletters to choose from. Whoever has left finds ticked what they had, and that nothing of it comes. */
export function ListsPart({ lists, chosen, state, language, saved }: Props) {
  const { account } = textsFor(language);
  const words = account.lists;
  const left = chosen.length > 0 ? words.leftWithChoice : words.left;
  return (
    <AccountPart id="lists" heading={words.heading} sentence={words.sentence}>
      {state === 'unsubscribed' && <p className="furniture mb-3 text-alert">{left}</p>}
      {state === 'suppressed' && <p className="furniture mb-3 text-alert">{words.suppressed}</p>}
      {lists.length === 0 ? (
        <p className="furniture text-ink-2">{words.none}</p>
      ) : (
        <form action="/api/account/lists" method="post" className="space-y-5">
          <HiddenFields language={language} />
          <ListsFields lists={lists} chosen={chosen} language={language} />
          <SaveRow
            button={state === 'unsubscribed' ? words.comeBack : words.button}
            saved={saved ? account.saved : null}
          />
        </form>
      )}
    </AccountPart>
  );
}
