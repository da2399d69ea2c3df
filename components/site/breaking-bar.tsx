import type { FrontPage } from '#lib/content/front-page.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { articlePath } from '#lib/site-urls.ts';

type Props = { breaking: NonNullable<FrontPage['breaking']>; language: Language };

/** Only there when an editor has set it. */
export function BreakingBar({ breaking, language }: Props) {
  return (
    <aside aria-label={textsFor(language).site.breaking} className="border-rule border-b">
      <p className="page-width furniture flex flex-wrap items-baseline gap-x-3 py-3">
        <strong className="font-semibold text-alert">{textsFor(language).site.breaking}</strong>
        {breaking.slug ? (
          <a href={articlePath(language, breaking.slug)} className="quiet-link font-semibold">
            {breaking.text}
          </a>
        ) : (
          <span className="font-semibold">{breaking.text}</span>
        )}
      </p>
    </aside>
  );
}
