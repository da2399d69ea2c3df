import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'es' : 'en';
}

type Props = { language: Language; href?: string | undefined };

export function LanguageLink({ language, href }: Props) {
  const other = otherLanguage(language);
  return (
    <a
      href={href ?? frontPath(other)}
      hrefLang={other}
      lang={other}
      className="quiet-link inline-flex min-h-11 items-center"
    >
      {textsFor(language).site.switchLanguageShort}
    </a>
  );
}
