import type { ReactNode } from 'react';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

type Props = {
  settings: SiteSettings;
  language: Language;
  /** The same page in the other language. */
  translation?: string | undefined;
  currentSection?: string | undefined;
  /** The same page in the lite edition. */
  lite?: string | undefined;
  /** What stands in place of the usual head. */
  header?: ReactNode;
  children: ReactNode;
};

/** What surrounds every page: the way past the head, the head, the text, the foot. */
export function SiteFrame({
  settings,
  language,
  translation,
  currentSection,
  lite,
  header,
  children,
}: Props) {
  return (
    <>
      <a
        href="#text"
        className="furniture fixed top-2 left-2 z-20 -translate-y-24 bg-paper px-4 py-2 text-accent underline focus:translate-y-0"
      >
        {textsFor(language).site.skip}
      </a>
      {header ?? (
        <SiteHeader
          settings={settings}
          language={language}
          translation={translation}
          currentSection={currentSection}
        />
      )}
      <main id="text" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter settings={settings} language={language} translation={translation} lite={lite} />
    </>
  );
}
