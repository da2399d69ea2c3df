import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { frontPath } from '#lib/site-urls.ts';
import { AccountLink } from './account-link.tsx';
import { LanguageLink } from './language-link.tsx';
import { Mark } from './mark.tsx';
import { SearchLink } from './search-link.tsx';
import { SectionNav } from './section-nav.tsx';

type Props = {
  settings: SiteSettings;
  language: Language;
  /** The same page in the other language. */
  translation?: string | undefined;
  currentSection?: string | undefined;
};

/** The head of every page but the front: name, language, sections. */
export function SiteHeader({ settings, language, translation, currentSection }: Props) {
  return (
    <header className="print:border-ink print:border-b">
      <div className="page-width flex items-center justify-between gap-4 py-2">
        <a
          href={frontPath(language)}
          className="quiet-link inline-flex min-h-11 items-center gap-2 text-balance font-semibold text-card leading-tight tracking-tight md:text-second"
        >
          <Mark className="size-6 shrink-0 text-accent md:size-8" />
          {settings.name}
        </a>
        <span className="furniture flex shrink-0 items-center gap-x-3 max-sm:text-meta sm:gap-x-6 print:hidden">
          <SearchLink language={language} />
          <AccountLink language={language} />
          <LanguageLink language={language} href={translation} />
        </span>
      </div>
      <SectionNav sections={settings.navigation} language={language} current={currentSection} />
    </header>
  );
}
