import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { years: number; language: Language };

/** What was true then may not be any more. */
export function AgeNotice({ years, language }: Props) {
  if (years < 1) return null;
  return (
    <p className="furniture mt-3 border-alert border-l-2 pl-3 font-semibold">
      {textsFor(language).article.oldArticle(years)}
    </p>
  );
}
