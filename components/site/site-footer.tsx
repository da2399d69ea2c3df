import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import {
  archivePath,
  eventsPath,
  feedPath,
  frontPath,
  mostReadPath,
  pagePath,
  sectionPath,
  standingPages,
} from '#lib/site-urls.ts';
import { AccountLink } from './account-link.tsx';
import { LanguageLink } from './language-link.tsx';
import { Mark } from './mark.tsx';

type Props = {
  settings: SiteSettings;
  language: Language;
  translation?: string | undefined;
  /** The same page without scripts, fonts and pictures. */
  lite?: string | undefined;
};

const pageNames = ['about', 'privacy', 'corrections', 'accessibility'] as const;
const link = 'quiet-link inline-flex min-h-11 items-center';

export function SiteFooter({ settings, language, translation, lite }: Props) {
  const { events, feeds, lists, lite: words, site } = textsFor(language);
  return (
    <footer className="mt-16 border-ink border-t-2 print:hidden">
      <div className="page-width page-grid furniture gap-y-8 py-10">
        <div className="col-span-full text-ink-2 lg:col-span-5">
          <a
            href={frontPath(language)}
            className="quiet-link inline-flex min-h-11 items-center gap-2 font-semibold font-serif text-card text-ink"
          >
            <Mark className="size-6 shrink-0 text-accent" />
            {settings.name}
          </a>
          {settings.tagline && <p className="mt-1">{settings.tagline}</p>}
          {settings.address && (
            <address className="mt-4 whitespace-pre-line not-italic">{settings.address}</address>
          )}
        </div>
        <nav aria-labelledby="footer-sections" className="col-span-full md:col-span-4 lg:col-span-4">
          <h2 id="footer-sections" className="meta font-normal">
            {site.footerSections}
          </h2>
          <ul className="mt-1 grid grid-cols-2 gap-x-4">
            {settings.navigation.map((section) => (
              <li key={section.id}>
                <a href={sectionPath(language, section.slug)} className={link}>
                  {section.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-labelledby="footer-paper" className="col-span-full md:col-span-4 lg:col-span-3">
          <h2 id="footer-paper" className="meta font-normal">
            {site.footerAbout}
          </h2>
          <ul className="mt-1">
            <li>
              <a href={eventsPath(language)} className={link}>
                {events.title}
              </a>
            </li>
            <li>
              <a href={mostReadPath(language)} className={link}>
                {lists.mostRead.title}
              </a>
            </li>
            <li>
              <a href={archivePath(language)} className={link}>
                {lists.archive.title}
              </a>
            </li>
            {pageNames.map((name) => (
              <li key={name}>
                <a href={pagePath(language, standingPages[name])} className={link}>
                  {site.pages[name]}
                </a>
              </li>
            ))}
            {settings.contactEmail && (
              <li>
                <a href={`mailto:${settings.contactEmail}`} className={link}>
                  {site.contact}
                </a>
              </li>
            )}
            {lite && (
              <li>
                <a href={lite} className={link}>
                  {words.link}
                </a>
              </li>
            )}
            <li>
              <a href={feedPath(frontPath(language), 'rss')} type="application/rss+xml" className={link}>
                {feeds.link}
              </a>
            </li>
            <li>
              <AccountLink language={language} />
            </li>
            <li>
              <LanguageLink language={language} href={translation} />
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
