import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';
import { LanguageFields } from './language-fields.tsx';
import { SaveRow } from './save-row.tsx';

type Props = { language: Language; chosen: Language; saved: boolean };

/** In which language the paper writes to this reader; the page's own is a matter of its address. */
export function LanguagePart({ language, chosen, saved }: Props) {
  const { account } = textsFor(language);
  const words = account.language;
  return (
    <AccountPart id="language" heading={words.heading} sentence={words.sentence}>
      <form action="/api/account/language" method="post" className="space-y-4">
        <HiddenFields language={language} />
        <LanguageFields language={language} chosen={chosen} legend="heard" />
        <SaveRow button={words.button} saved={saved ? account.saved : null} />
      </form>
    </AccountPart>
  );
}
