import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath } from '#lib/site-urls.ts';

/** Pages are kept for everybody and cannot know who reads them: the account leads to the sign-in by itself. */
export function AccountLink({ language }: { language: Language }) {
  return (
    <a
      href={accountPath(language)}
      rel="nofollow"
      className="quiet-link inline-flex min-h-11 items-center whitespace-nowrap"
    >
      {textsFor(language).site.account}
    </a>
  );
}
