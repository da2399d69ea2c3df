import type { SiteSettings } from '#lib/content/site-settings.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { AccountLink } from './account-link.tsx';
import { LanguageLink } from './language-link.tsx';
import { Mark } from './mark.tsx';
import { SearchLink } from './search-link.tsx';
import { SectionNav } from './section-nav.tsx';

type Props = { settings: SiteSettings; language: Language; now: string };

/** The head of the front page: dateline bar, nameplate, sections. */
export function FrontHeader({ settings, language, now }: Props) {
  const place = settings.address?.split(/[,\n]/)[0];
  return (
    <header>
      <div className="border-rule border-b">
        <div className="page-width meta flex min-h-11 items-center justify-between gap-4">
          <p className="flex flex-wrap gap-x-3">
            {place && <span className="font-semibold text-ink">{place}</span>}
            <time dateTime={now.slice(0, 10)}>{longDate(now, language, settings.timeZone)}</time>
          </p>
          <span className="flex items-center gap-x-4 md:gap-x-6">
            <SearchLink language={language} />
            <AccountLink language={language} />
            <LanguageLink language={language} />
          </span>
        </div>
      </div>
      <div className="page-width pt-6 pb-5 text-center">
        <h1 className="flex flex-wrap items-center justify-center gap-x-[0.22em] gap-y-2 font-display text-nameplate tracking-[-0.022em]">
          <Mark className="size-[0.62em] shrink-0 text-accent" />
          {settings.name}
        </h1>
        {settings.tagline && (
          <p className="mt-2 text-balance text-card text-ink-2 md:mt-3">{settings.tagline}</p>
        )}
      </div>
      <SectionNav sections={settings.navigation} language={language} centred />
    </header>
  );
}
